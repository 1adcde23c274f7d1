import { newerBackup, notABackup } from './backup-errors';

/** What a backup is made of, inside of its sealing: facts as JSON, and the bytes of the rows of a table. */
export type BackupRecord =
  { readonly kind: 'fact'; readonly fact: unknown } | { readonly kind: 'rows'; readonly bytes: Buffer };

const FACT = 'J'.charCodeAt(0);
const ROWS = 'R'.charCodeAt(0);
const HEAD_BYTES = 5;
const LONGEST = 1024 * 1024;

/** A record as bytes: its kind (1), its length (4), its content. */
export function factBytes(fact: unknown): Buffer {
  return framed(FACT, Buffer.from(JSON.stringify(fact)));
}

/** The bytes of rows as records, none too long to be held in memory. */
export function* rowBytes(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += LONGEST) yield framed(ROWS, bytes.subarray(at, at + LONGEST));
}

function framed(kind: number, content: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(kind, 0);
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

/** Reads records from chunks of any size. @throws BackupError */
export async function* readRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let buffer: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    buffer = buffer.length ? Buffer.concat([buffer, chunk]) : chunk;
    while (buffer.length >= HEAD_BYTES) {
      const length = buffer.readUInt32BE(1);
      if (length > 16 * LONGEST) throw notABackup();
      if (buffer.length < HEAD_BYTES + length) break;
      yield record(buffer[0] ?? 0, buffer.subarray(HEAD_BYTES, HEAD_BYTES + length));
      buffer = buffer.subarray(HEAD_BYTES + length);
    }
  }
  if (buffer.length) throw notABackup();
}

function record(kind: number, content: Buffer): BackupRecord {
  if (kind === ROWS) return { kind: 'rows', bytes: content };
  if (kind !== FACT) throw newerBackup(`a record of kind ${kind}`);
  return { kind: 'fact', fact: JSON.parse(content.toString('utf8')) as unknown };
}
