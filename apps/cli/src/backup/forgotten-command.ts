import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { Shell } from '../shell';
import { wholeFile } from './whole-file';

/** `forgotten FILE` */
export function addForgotten(program: Command, { api, print }: Shell): void {
  program
    .command('forgotten <file>')
    .description(
      'the list of who and what was forgotten, as keyed hashes, for `restore --forgotten` into an empty folder',
    )
    .action(async (file: string) => {
      const list = await api().stream('privacy/forgotten/export', {});
      const bytes = await wholeFile(resolve(file), async (part) => {
        const handle = await open(part, 'w', 0o600);
        await pipeline(list, handle.createWriteStream({ flush: true }));
      });
      print({ file, bytes }, () => `${file}: ${bytes} bytes. Keep it apart from the machine, as you keep backups.`);
    });
}
