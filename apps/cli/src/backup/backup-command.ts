import { open, rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { CliError } from '../api-client';
import type { Shell } from '../shell';
import { passphraseFor } from './passphrase';

/** `backup FILE` */
export function addBackup(program: Command, { api, print }: Shell): void {
  program
    .command('backup <file>')
    .description('everything that the running Moodline holds, in one sealed file; models, logs and files are not in it')
    .option('--passphrase-file <file>', 'file with the passphrase (default: it is asked for)')
    .action(async (file: string, { passphraseFile }: { passphraseFile?: string }) => {
      const client = api();
      const passphrase = await passphraseFor('backup', passphraseFile);
      const begun = performance.now();
      const bytes = await whole(resolve(file), async (part) => {
        const handle = await open(part, 'w', 0o600);
        await pipeline(
          await client.streamOf('backups/export', { passphrase }),
          handle.createWriteStream({ flush: true }),
        );
      });
      const seconds = (performance.now() - begun) / 1000;
      print({ file, bytes, seconds }, () => `${file}: ${size(bytes)} in ${seconds.toFixed(1)} s. Keep the passphrase.`);
    });
}

/** Writes a file that is there once it is whole: what was there before stays until then. @returns its size */
async function whole(file: string, write: (part: string) => Promise<void>): Promise<number> {
  const former = await stat(file).catch(() => null);
  if (former && !former.isFile()) throw new CliError('no-file', `${file} is no file. Name one to write the backup to.`);
  const part = `${file}.part`;
  try {
    await write(part);
    const { size: bytes } = await stat(part);
    await rename(part, file);
    return bytes;
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof CliError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOSPC'
        ? 'The disk is full.'
        : code === 'UND_ERR_SOCKET' || message === 'terminated'
          ? 'Moodline broke it off; its log says why.'
          : `${message}.`;
    throw new CliError(
      'backup-failed',
      `No backup was written to ${file}: ${why} A file that was there before is as it was.`,
    );
  }
}

const size = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
