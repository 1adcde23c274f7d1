import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { Shell } from '../shell';
import { passphraseFor } from './passphrase';
import { wholeFile } from './whole-file';

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
      const bytes = await wholeFile(resolve(file), async (part) => {
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

const size = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
