import { createHmac } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An authenticator app (RFC 6238). Each code it gives is of a later step than the one before, and at most one step ahead of the clock. */
export class Authenticator {
  private step = 0;

  /** @param secret in base32, as people type it */
  constructor(private readonly secret: string) {}

  code(): string {
    this.step = Math.max(this.step + 1, Math.floor(Date.now() / 30_000));
    const bits = [...this.secret].map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0')).join('');
    const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(this.step));
    const mac = createHmac('sha1', key).update(counter).digest();
    const offset = (mac.at(-1) ?? 0) & 0xf;
    return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }
}
