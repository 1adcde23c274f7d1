import { createHash } from 'node:crypto';

/** Stands for the columns of a file: files with the same names in the same order have the same one. */
export function headerSignature(columns: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(columns)).digest('base64url').slice(0, 27);
}
