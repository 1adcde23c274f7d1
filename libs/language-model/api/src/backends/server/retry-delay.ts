/** How patiently a request is repeated. Times in milliseconds. */
export interface Patience {
  /** Tries after the first one. */
  readonly retries: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
}

export const PATIENCE: Patience = { retries: 5, firstDelayMs: 500, longestDelayMs: 30_000 };

/** A server that asks for more patience than this is treated as one that refuses. */
export const LONGEST_WISH_MS = 120_000;

/**
 * Pause before the next try: doubled each time, of which a random part is taken, so that many clients do not come back at the
 * same moment. A wish of the server (`Retry-After`) is the least.
 * @param attempt 0 for the first repetition
 */
export function retryDelay(attempt: number, { firstDelayMs, longestDelayMs }: Patience, wishMs = 0): number {
  const ceiling = Math.min(firstDelayMs * 2 ** attempt, longestDelayMs);
  return wishMs + (ceiling / 2) * (1 + Math.random());
}

/** Milliseconds of a `Retry-After` header, which holds seconds or a date (RFC 9110, 10.2.3); null when there is none to read. */
export function retryAfterMs(header: string | null | undefined, now = Date.now()): number | null {
  if (!header) return null;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(date - now, 0);
}
