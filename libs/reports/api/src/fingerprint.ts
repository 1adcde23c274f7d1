import { createHash } from 'node:crypto';

/** Keys of equal content give equal text, whatever the order in which they were written. */
function canonical(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined && part !== null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, canonical(part)]));
}

/** SHA-256 of everything a summary depends on, hex. */
export const fingerprint = (parts: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(parts)))
    .digest('hex');
