import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

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

/** Why an address must not be connected to. */
export type AddressRefusal =
  | { readonly reason: 'private'; readonly host: string }
  | { readonly reason: 'credentials'; readonly host: string }
  | { readonly reason: 'protocol'; readonly protocol: string };

/** True for addresses of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !NOT_PUBLIC.check(address, 'ipv4');
  // Of IPv6 only the global unicast range is public; that leaves out loopback, link-local, private, multicast and mapped IPv4.
  return family === 6 && GLOBAL_UNICAST.check(address, 'ipv6') && !NOT_PUBLIC_V6.check(address, 'ipv6');
}

/** Who is asked, and what is said when an address is refused. */
export interface AddressRules {
  /** Whether a host may be private. */
  readonly allows: (host: string) => boolean;
  /** The error of the domain that wanted to connect. */
  readonly refused: (refusal: AddressRefusal) => Error;
}

/**
 * Keeps what people enter as an address from reaching what only this machine can reach. The check is made where the name becomes an
 * address, and the connection goes to that very address: a name that changes its address in between gains nothing.
 */
export class AddressGuard {
  constructor(
    private readonly rules: AddressRules,
    private readonly resolve: typeof dnsLookup = dnsLookup,
  ) {}

  /**
   * Checks what can be seen from an address before it is connected to; to be called for each redirect again.
   * @throws what the rules make of a refusal
   */
  assertUrl(url: URL): void {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw this.rules.refused({ reason: 'protocol', protocol: url.protocol });
    if (url.username || url.password) throw this.rules.refused({ reason: 'credentials', host });
    if (isIP(host) && !isPublicAddress(host) && !this.rules.allows(host))
      throw this.rules.refused({ reason: 'private', host });
  }

  /** For `connect` of undici and others: hands over public addresses only. */
  readonly lookup: LookupFunction = (host, options, callback) => {
    this.resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const addresses = (found as unknown as LookupAddress[]).filter(
        ({ address }) => isPublicAddress(address) || this.rules.allows(host),
      );
      const [first] = addresses;
      if (!first) return callback(this.rules.refused({ reason: 'private', host }), '');
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
