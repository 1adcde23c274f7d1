import { createReadStream } from 'node:fs';

/** A file that can be read from its beginning as often as needed. */
export interface StoredFile {
  /** Where it lies on the disk; null for one in memory. */
  readonly path: string | null;
  open(): AsyncIterable<Buffer>;
}

/** A file on the disk. */
export const fileAt = (path: string): StoredFile => ({ path, open: () => createReadStream(path) });

/** A file in memory, handed out in pieces. */
export const fileOf = (bytes: Buffer, piece = 64 * 1024): StoredFile => ({
  path: null,
  async *open() {
    for (let start = 0; start < bytes.length; start += piece) yield bytes.subarray(start, start + piece);
  },
});

/** The first bytes of a file, and whether they are all of it. */
export async function headOf(file: StoredFile, size: number): Promise<{ head: Buffer; whole: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of file.open()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > size) return { head: Buffer.concat(chunks).subarray(0, size), whole: false };
  }
  return { head: Buffer.concat(chunks), whole: true };
}
