import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that a code is shown (RFC 6238, 4.1). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after the present one that are taken, too: clocks differ, and typing takes time. */
const WINDOW = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a step of time: HOTP of RFC 4226 with SHA-1 and six digits, which every authenticator app knows. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step whose code this is. @param now in milliseconds @returns null where it is of none that is taken now */
export function stepOf(secret: Buffer, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const present = Math.floor(now / 1000 / STEP_SECONDS);
  const steps = Array.from({ length: 2 * WINDOW + 1 }, (_, index) => present - WINDOW + index);
  // All are looked at, so that the time of the answer does not tell which one fits.
  const fitting = steps.filter((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)));
  return fitting.at(-1) ?? null;
}

/** RFC 4648 without padding. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((part) => BASE32[Number.parseInt(part.padEnd(5, '0'), 2)]).join('');
}

/** What an authenticator app reads out of a picture. */
export function otpauthUri(secret: Buffer, account: string, workspace: string): string {
  const issuer = `Moodline ${workspace}`.replaceAll(':', ' ').trim();
  const label = encodeURIComponent(`${issuer}:${account}`);
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
