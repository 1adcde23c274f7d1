import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import type { ForgottenList } from '@moodline/comments/api';
import { RestoreTarget, unknownMigration } from '../database/restore-target.query';
import { StagingSchema } from '../database/staging.repository';
import { BackupError, newerBackup } from '../format/backup-errors';
import {
  endSchema,
  keysSchema,
  LAYOUT,
  manifestSchema,
  tableEndSchema,
  tableSchema,
  type InstallationKeys,
  type Manifest,
} from '../format/facts';
import { BackupReader } from './backup-reader';
import { readForgottenFile } from './forgotten-file';
import type { InstallationFiles } from './installation-files';

/** Where a backup goes. */
export interface RestorePlace {
  readonly url: string;
  readonly prismaDir: string;
  readonly files: InstallationFiles;
  /** A file with who and what was forgotten since the backup was made. */
  readonly forgotten?: string;
}

/** What a person is asked and told. */
export interface RestoreTalk {
  /** Workspaces are there. Fails where they are not to be replaced. */
  confirm(workspaces: readonly string[], manifest: Manifest): Promise<void>;
  progress(words: string): void;
}

/** What a backup says of itself before its rows. */
interface Origin {
  readonly manifest: Manifest;
  readonly keys: InstallationKeys;
  /** Who and what was forgotten since, as a file said. */
  readonly listed: ForgottenList | null;
}

/** What was restored. */
export interface Restored {
  readonly manifest: Manifest;
  readonly settings: InstallationKeys['settings'];
  readonly tables: number;
  readonly rows: number;
  readonly forgotten: CarriedForgotten;
}

/** What became of the lists of who and what was forgotten. */
export interface CarriedForgotten {
  /** Entries that the backup did not know. */
  readonly carried: number;
  /** Entries of the installation that was replaced, which is another one than that of the backup: they say nothing there. */
  readonly lost: number;
}

const PATIENCE_MS = 3000;
const DISK_FULL = ['ENOSPC', '53100'];

/**
 * Restores a backup, of this schema or an older one, in the place of what is there. All of it is loaded beside the data in use and takes
 * their place at the end at once: until then nothing has changed, whatever happens.
 * @throws BackupError
 */
export async function restoreBackup(
  file: string,
  passphrase: string,
  place: RestorePlace,
  talk: RestoreTalk,
): Promise<Restored> {
  const reader = new BackupReader(file, passphrase);
  try {
    return await restoreFrom(reader, place, talk);
  } catch (error) {
    throw error instanceof BackupError ? error : explained(error as NodeJS.ErrnoException);
  } finally {
    await reader.close();
  }
}

async function restoreFrom(reader: BackupReader, place: RestorePlace, talk: RestoreTalk): Promise<Restored> {
  const { url, prismaDir, files } = place;
  const manifest = await reader.fact(manifestSchema);
  if (manifest.layout > LAYOUT) throw newerBackup(`layout ${manifest.layout}`);
  const unknown = await unknownMigration(prismaDir, manifest.migrations);
  if (unknown) throw newerBackup(unknown);
  const keys = await reader.fact(keysSchema);
  files.check(keys);
  const listed = place.forgotten ? await readForgottenFile(place.forgotten, Buffer.from(keys.authorKey, 'hex')) : null;
  const target = new RestoreTarget(url);
  const workspaces = await target.workspaces();
  if (workspaces.length) await talk.confirm(workspaces, manifest);
  await requireAlone(target);
  await settleRestore(url, files);
  try {
    const counts = await loadBeside(reader, { manifest, keys, listed }, place, talk);
    return { manifest, settings: keys.settings, ...counts };
  } catch (error) {
    // Where this fails as well, the next start does it.
    await settleRestore(url, files).catch(() => undefined);
    throw error;
  }
}

async function loadBeside(reader: BackupReader, origin: Origin, place: RestorePlace, talk: RestoreTalk) {
  const { url, prismaDir, files } = place;
  const staging = await StagingSchema.make(url, prismaDir, origin.manifest.migrations);
  try {
    const counts = await load(reader, staging, talk);
    await requireAlone(new RestoreTarget(url), 1);
    talk.progress('who was forgotten since');
    const forgotten = await carry(staging, origin, files);
    files.prepare(origin.keys);
    await staging.swap();
    files.commit();
    return { ...counts, forgotten };
  } finally {
    await staging.close();
  }
}

/** Whoever was forgotten since the backup was made stays so. The lists can be read with the key alone by which they were made. */
async function carry(
  staging: StagingSchema,
  { keys, listed }: Origin,
  files: InstallationFiles,
): Promise<CarriedForgotten> {
  const before = await staging.forgottenBefore();
  const same = files.authorKey() === keys.authorKey;
  const lists = [...(before && same ? [before] : []), ...(listed ? [listed] : [])];
  const carried = await staging.carryForgotten(Buffer.from(keys.authorKey, 'hex'), {
    entries: lists.flatMap(({ entries }) => entries),
    lastSource: Math.max(0, ...lists.map(({ lastSource }) => lastSource)),
  });
  return { carried, lost: before && !same ? before.entries.length : 0 };
}

async function load(reader: BackupReader, staging: StagingSchema, talk: RestoreTalk) {
  const counts = { tables: 0, rows: 0 };
  while (await reader.isNext(tableSchema)) {
    const table = await reader.fact(tableSchema);
    talk.progress(table.table);
    const copy = staging.load(table);
    await pipeline(reader.rows(), copy);
    const { rows } = await reader.fact(tableEndSchema);
    if (copy.rowCount !== rows) throw new Error(`of ${rows} rows of ${table.table} there are ${copy.rowCount}`);
    counts.tables++;
    counts.rows += rows;
  }
  const { sequences } = await reader.fact(endSchema);
  await reader.finish();
  talk.progress('indexes');
  await staging.complete(sequences);
  return counts;
}

/** @param own connections that are ours */
async function requireAlone(target: RestoreTarget, own = 0): Promise<void> {
  let others = (await target.others()) - own;
  // A connection that was closed is still listed for a moment.
  for (let waited = 0; others > 0 && waited < PATIENCE_MS; waited += 100) {
    await setTimeout(100);
    others = (await target.others()) - own;
  }
  if (others > 0)
    throw new BackupError(
      'database-in-use',
      `The database is in use by ${others} other connection${others > 1 ? 's' : ''}. Nothing was changed. Stop every Moodline that works with it, then restore again.`,
    );
}

/**
 * Ends what a killed restore has left. The files of the backup were laid down while its schema was there, and its schema has gone where
 * it took the place of the former data: then the files belong to what is there now.
 */
export async function settleRestore(url: string, files: InstallationFiles): Promise<void> {
  const target = new RestoreTarget(url);
  if (await target.hasStaging()) {
    files.discard();
    await target.dropStaging();
  } else files.commit();
}

function explained(error: NodeJS.ErrnoException): BackupError {
  if (error.code === 'ENOENT' && error.path)
    return new BackupError('no-file', `There is no file ${error.path}. Nothing was changed.`, { cause: error });
  if (DISK_FULL.includes(error.code ?? ''))
    return new BackupError(
      'disk-full',
      'The disk is full. Nothing was changed. While a backup is restored, the former data and the new ones both need their place: free some space, then restore it again.',
      { cause: error },
    );
  return new BackupError('restore-failed', `The backup could not be loaded: ${error.message}. Nothing was changed.`, {
    cause: error,
  });
}
