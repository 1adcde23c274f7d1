import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { addressOf } from './visitor';

/** Limits requests by address. Of an IPv6 address its network counts (/64): one customer of a provider has that many. */
@Injectable()
export class AddressThrottlerGuard extends ThrottlerGuard {
  protected override getTracker(request: Record<string, unknown>): Promise<string> {
    return Promise.resolve(networkOf(addressOf(request as { ip?: string })));
  }
}

/** @returns an IPv4 address as it is, and the first 64 bits of an IPv6 address */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  const missing = 8 - groups(head).length - groups(tail ?? '').length;
  const all = [
    ...groups(head),
    ...(tail === undefined ? [] : Array<string>(Math.max(0, missing)).fill('0')),
    ...groups(tail ?? ''),
  ];
  return `${all
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
