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
  /** Tells a second attempt from a second delivery: `Idempotency-Key`. */
  readonly key?: string | null;
}

/**
 * The signature of a body: HMAC-SHA256 over `<timestamp>.<body>`, as `sha256=<hex>`. With a key it is over `<timestamp>.<key>.<body>`:
 * under another key the same delivery would bring its comments once more.
 */
export function hookSignature(secret: string, timestamp: string, body: Buffer, key: string | null = null): string {
  const before = key === null ? `${timestamp}.` : `${timestamp}.${key}.`;
  return `sha256=${createHmac('sha256', secret).update(before).update(body).digest('hex')}`;
}

/**
 * Makes sure that a delivery was signed with the secret, and just now.
 * @throws HookSignatureError
 */
export function assertSigned(
  secret: string,
  body: Buffer,
  { timestamp, signature, key = null }: HookHeaders,
  now: Date,
): void {
  if (!timestamp || !/^\d{1,12}$/.test(timestamp) || !signature)
    throw new HookSignatureError(
      'it needs the headers X-Moodline-Timestamp (seconds since 1970) and X-Moodline-Signature (sha256=…).',
    );
  const expected = Buffer.from(hookSignature(secret, timestamp, body, key));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new HookSignatureError(
      'the signature does not fit. Sign "<timestamp>.<body>", or "<timestamp>.<key>.<body>" where an Idempotency-Key is sent, with the secret of this source, byte by byte as it is sent.',
    );
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > MAX_AGE_SECONDS)
    throw new HookSignatureError(
      'it was signed more than five minutes from now. Sign each attempt anew, and check the clock of the sender.',
    );
}
