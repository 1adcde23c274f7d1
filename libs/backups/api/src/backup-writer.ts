import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DatabaseSnapshot } from './database/database-snapshot.query';
import { LAYOUT, type BackupEnd, type InstallationKeys, type Manifest } from './format/facts';
import { factBytes, rowBytes } from './format/records';
import { Sealing, type SealingCost } from './format/sealing';

/** What a backup is of. */
export interface BackupOrigin {
  readonly url: string;
  readonly keys: InstallationKeys;
  readonly passphrase: string;
  /** Of the derivation of the key, where it is not to be as dear as usual. */
  readonly cost?: SealingCost;
}

/**
 * Writes everything that the database holds at one moment, compressed and sealed, in constant memory. `out` is ended at the end, and
 * destroyed where it fails.
 */
export async function writeBackup(origin: BackupOrigin, out: Writable): Promise<void> {
  const compress = createGzip({ level: 3, chunkSize: 256 * 1024 });
  await pipeline(
    Readable.from(records(origin), { objectMode: false }),
    compress,
    new Sealing(origin.passphrase, origin.cost),
    out,
  );
}

async function* records({ url, keys }: BackupOrigin): AsyncGenerator<Buffer> {
  const snapshot = await DatabaseSnapshot.open(url);
  try {
    const manifest: Manifest = {
      layout: LAYOUT,
      madeAt: new Date().toISOString(),
      workspaces: await snapshot.workspaces(),
      migrations: await snapshot.migrations(),
    };
    yield factBytes(manifest);
    yield factBytes(keys);
    const tables = await snapshot.tables();
    for (const table of tables) {
      yield factBytes(table);
      const rows = yield* asRecords(snapshot.rows(table));
      yield factBytes({ rows });
    }
    yield factBytes({ tables: tables.length, sequences: await snapshot.sequences() } satisfies BackupEnd);
  } finally {
    await snapshot.close();
  }
}

/** The chunks of a table as records. @returns what the table returns: how many rows it had */
async function* asRecords(chunks: AsyncGenerator<Buffer, number>): AsyncGenerator<Buffer, number> {
  for (;;) {
    const next = await chunks.next();
    if (next.done) return next.value;
    yield* rowBytes(next.value);
  }
}
