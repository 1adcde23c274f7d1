import { hash } from 'node:crypto';

/** Two texts that differ only in width, case, spacing or trailing punctuation get the same hash (SHA-256, hex). */
export function textHash(text: string): string {
  const normalised = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.。!！?？~～…]+$/u, '');
  return hash('sha256', normalised || text, 'hex');
}
