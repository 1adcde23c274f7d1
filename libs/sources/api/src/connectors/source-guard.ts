import type { lookup } from 'node:dns';
import { AddressGuard, type AddressRefusal } from '@moodline/shared/http';
import { SourceError } from './source.errors';

/** The guard of the sources. @param allowedHosts hosts that may be private */
export function sourceGuard(allowedHosts: readonly string[], resolve?: typeof lookup): AddressGuard {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  return new AddressGuard({ allows: (host) => allowed.has(host.toLowerCase()), refused }, resolve);
}

const refused = (refusal: AddressRefusal) => new SourceError('address-refused', words(refusal));

function words(refusal: AddressRefusal): string {
  if (refusal.reason === 'protocol') return `${refusal.protocol}// addresses are not read. Use http:// or https://.`;
  if (refusal.reason === 'credentials') return 'Addresses with a user name or password in them are not read.';
  const { host } = refusal;
  return `${host} is not on the public internet. If this source is in your own network, the operator can allow it: add FEED_ALLOWED_HOSTS=${host} to the file .env of this installation (several hosts are separated by commas) and restart Moodline.`;
}
