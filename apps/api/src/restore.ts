import 'reflect-metadata';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BackupError, InstallationFiles, restoreBackup, SETTINGS_OF_BACKUP } from '@moodline/backups/api';
import { restoreOrderSchema, type RestoreNews, type RestoreOrder } from '@moodline/backups/contract';
import { loadEnvironmentFile, loadSettings, type Settings } from '@moodline/shared/config';
import { EmbeddedDatabase, requireSupportedServer } from '@moodline/shared/db';
import { DataFolder } from './data-folder';

/*
 * The program behind `npm run moodline -- restore`. It talks to the command line over a channel and shows nothing by itself. It takes the
 * data folder as the product does, so neither runs beside the other.
 */

type Begin = Extract<RestoreOrder, { kind: 'begin' }>;

const tell = (news: RestoreNews) => new Promise<void>((resolve) => process.send?.(news, () => resolve()));

/** The next order of the command line. */
const order = () =>
  new Promise<RestoreOrder>((resolve) =>
    process.once('message', (message) => resolve(restoreOrderSchema.parse(message))),
  );

async function restore({ file, passphrase, dataDir, forgotten: list }: Begin): Promise<void> {
  loadEnvironmentFile();
  const settings = loadSettings(dataDir ? { MOODLINE_DATA: dataDir } : {});
  if (!existsSync(file)) throw new BackupError('no-file', `There is no file ${file}. Nothing was changed.`);
  const folder = new DataFolder(settings.dataDir);
  const embedded = settings.DATABASE_URL ? null : new EmbeddedDatabase(settings.dataDir);
  const putAway = async () => {
    await embedded?.stop();
    folder.close();
  };
  for (const end of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.once(end as 'SIGINT', () => void putAway().finally(() => process.exit(1)));
  await folder.open(settings.PORT);
  try {
    const url = embedded ? (await embedded.start()).url : await external(settings);
    const files = new InstallationFiles(settings);
    const place = { url, prismaDir: join(settings.rootDir, 'prisma'), files, forgotten: list };
    const { manifest, tables, rows, forgotten } = await restoreBackup(file, passphrase, place, { confirm, progress });
    const settingsFile = join(settings.dataDir, SETTINGS_OF_BACKUP);
    await tell({
      ...{ kind: 'done', madeAt: manifest.madeAt, tables, rows, forgotten, dataDir: settings.dataDir },
      settingsFile: statSync(settingsFile, { throwIfNoEntry: false })?.size ? settingsFile : null,
    });
  } finally {
    await putAway();
  }
}

async function external({ DATABASE_URL: url = '' }: Settings): Promise<string> {
  await requireSupportedServer(url);
  return url;
}

async function confirm(workspaces: readonly string[], { madeAt }: { readonly madeAt: string }): Promise<void> {
  const answered = order();
  await tell({ kind: 'confirm', workspaces: [...workspaces], madeAt });
  const answer = await answered;
  if (answer.kind === 'answer' && answer.replace) return;
  throw new BackupError(
    'not-confirmed',
    `Nothing was changed: the workspace "${workspaces[0]}" is there, and its name was not given. Type it when asked, or say --replace "${workspaces[0]}".`,
  );
}

function progress(words: string): void {
  void tell({ kind: 'progress', words });
}

async function main(): Promise<void> {
  const begin = await order();
  if (begin.kind !== 'begin') throw new Error('The first order is to begin');
  try {
    await restore(begin);
    process.exit(0);
  } catch (error) {
    const code = error instanceof BackupError ? error.code : 'restore-failed';
    await tell({ kind: 'failed', code, message: (error as Error).message });
    process.exit(1);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
