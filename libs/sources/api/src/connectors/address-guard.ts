import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { SourceError } from './source.errors';

/** Addresses that are not on the public internet (IANA special-purpose registries), and those that carry such addresses inside. */
const NOT_PUBLIC = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv4');
const GLOBAL_UNICAST = new BlockList();
GLOBAL_UNICAST.addSubnet('2000::', 3, 'ipv6');
const NOT_PUBLIC_V6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  NOT_PUBLIC_V6.addSubnet(network, prefix, 'ipv6');

/** An address in a private network, on this machine or otherwise not on the public internet. */
export class AddressRefusedError extends SourceError {
  constructor(host: string) {
    super(
      'address-refused',
      `${host} is not on the public internet. If this source is in your own network, the operator can allow it: add FEED_ALLOWED_HOSTS=${host} to the file .env of this installation (several hosts are separated by commas) and restart Moodline.`,
    );
  }
}

/** True for addresses of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !NOT_PUBLIC.check(address, 'ipv4');
  // Of IPv6 only the global unicast range is public; that leaves out loopback, link-local, private, multicast and mapped IPv4.
  return family === 6 && GLOBAL_UNICAST.check(address, 'ipv6') && !NOT_PUBLIC_V6.check(address, 'ipv6');
}

/**
 * Keeps feeds from reading what only this machine can reach. The check is made where the name becomes an address,
 * and the connection goes to that very address: a name that changes its address in between gains nothing.
 */
export class AddressGuard {
  private readonly allowed: ReadonlySet<string>;

  /** @param allowedHosts hosts that may be private */
  constructor(
    allowedHosts: readonly string[],
    private readonly resolve: typeof dnsLookup = dnsLookup,
  ) {
    this.allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  }

  /**
   * Checks what can be seen from an address before it is connected to; to be called for each redirect again.
   * @throws SourceError
   */
  assertUrl(url: URL): void {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new SourceError('address-refused', `${url.protocol}// addresses are not read. Use http:// or https://.`);
    if (url.username || url.password)
      throw new SourceError('address-refused', 'Addresses with a user name or password in them are not read.');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !isPublicAddress(host) && !this.isAllowed(host)) throw new AddressRefusedError(host);
  }

  /** For `connect` of undici: hands over public addresses only. */
  readonly lookup: LookupFunction = (host, options, callback) => {
    this.resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const addresses = (found as unknown as LookupAddress[]).filter(
        ({ address }) => isPublicAddress(address) || this.isAllowed(host),
      );
      const [first] = addresses;
      if (!first) return callback(new AddressRefusedError(host), '');
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

  private isAllowed(host: string): boolean {
    return this.allowed.has(host.toLowerCase());
  }
}
