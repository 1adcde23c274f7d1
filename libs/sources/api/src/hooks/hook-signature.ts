import { createHmac, timingSafeEqual } from 'node:crypto';
import { HookSignatureError } from './hooks.errors';

/** How far the clock of the sender may be off. A delivery that was overheard is of no use after that. */
const MAX_AGE_SECONDS = 300;

/** What a delivery says about itself. */
export interface HookHeaders {
  /** Seconds since 1970 when it was signed: `X-Moodline-Timestamp`. */
  readonly timestamp: string | undefined;
  /** `sha256=` and 64 hexadecimal digits: `X-Moodline-Signature`. */
  readonly signature: string | undefined;
}

/** The signature of a body: HMAC-SHA256 over `<timestamp>.<body>`, as `sha256=<hex>`. */
export function hookSignature(secret: string, timestamp: string, body: Buffer): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/**
 * Makes sure that a delivery was signed with the secret, and just now.
 * @throws HookSignatureError
 */
export function assertSigned(secret: string, body: Buffer, { timestamp, signature }: HookHeaders, now: Date): void {
  if (!timestamp || !/^\d{1,12}$/.test(timestamp) || !signature)
    throw new HookSignatureError(
      'it needs the headers X-Moodline-Timestamp (seconds since 1970) and X-Moodline-Signature (sha256=…).',
    );
  const expected = Buffer.from(hookSignature(secret, timestamp, body));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new HookSignatureError(
      'the signature does not fit. Sign "<timestamp>.<body>" with the secret of this source, byte by byte as it is sent.',
    );
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > MAX_AGE_SECONDS)
    throw new HookSignatureError(
      'it was signed more than five minutes from now. Sign each attempt anew, and check the clock of the sender.',
    );
}
