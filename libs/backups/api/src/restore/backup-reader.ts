import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type * as z from 'zod';
import { newerBackup, notABackup } from '../format/backup-errors';
import { readRecords, type BackupRecord } from '../format/records';
import { Opening } from '../format/sealing';

/** Reads a backup from its beginning to its end, once. All failures are a `BackupError`, except those of the disk. */
export class BackupReader {
  private readonly records: AsyncGenerator<BackupRecord>;
  /** A record that was read and belongs to who asks next. */
  private ahead: BackupRecord | null = null;

  constructor(file: string, passphrase: string) {
    const plain = createGunzip({ chunkSize: 256 * 1024 });
    // The error reaches whoever reads from the last stream.
    pipeline(createReadStream(file), new Opening(passphrase), plain, () => undefined);
    this.records = readRecords(plain);
  }

  /** The next record, which is a fact of this shape. */
  async fact<Schema extends z.ZodType>(schema: Schema): Promise<z.output<Schema>> {
    const record = await this.next();
    if (record?.kind !== 'fact') throw notABackup();
    const parsed = schema.safeParse(record.fact);
    if (!parsed.success) throw newerBackup('its layout');
    return parsed.data;
  }

  /** Whether the next record fits a shape. */
  async isNext(schema: z.ZodType): Promise<boolean> {
    this.ahead = await this.next();
    return this.ahead?.kind === 'fact' && schema.safeParse(this.ahead.fact).success;
  }

  /** The bytes of the rows that follow. */
  async *rows(): AsyncGenerator<Buffer> {
    for (let record = await this.next(); record; record = await this.next()) {
      if (record.kind !== 'rows') {
        this.ahead = record;
        return;
      }
      yield record.bytes;
    }
  }

  /** Reads on to the end, by which the file is known to be whole. */
  async finish(): Promise<void> {
    if (await this.next()) throw newerBackup('what stands at its end');
  }

  async close(): Promise<void> {
    await this.records.return(undefined);
  }

  private async next(): Promise<BackupRecord | null> {
    const record = this.ahead ?? (await this.records.next()).value ?? null;
    this.ahead = null;
    return record as BackupRecord | null;
  }
}
