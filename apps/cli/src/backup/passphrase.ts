import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { PASSPHRASE_LEAST } from '@moodline/backups/contract';
import { CliError } from '../api-client';

/** The passphrase in a file (without the line break at its end), or the one that is typed at the terminal and not shown. */
export async function passphraseFor(what: 'backup' | 'restore', file: string | undefined): Promise<string> {
  const passphrase = file ? fromFile(file) : await typed(what);
  if (what === 'backup' && passphrase.length < PASSPHRASE_LEAST)
    throw new CliError(
      'short-passphrase',
      `The passphrase is too short: it needs ${PASSPHRASE_LEAST} characters. Whoever has the file has all the time to guess it.`,
    );
  return passphrase;
}

function fromFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new CliError('no-file', `The passphrase in ${file} cannot be read: ${(error as Error).message}.`);
  }
}

async function typed(what: 'backup' | 'restore'): Promise<string> {
  if (!process.stdin.isTTY)
    throw new CliError('no-passphrase', 'There is nobody to ask for the passphrase. Name a file: --passphrase-file.', {
      exitCode: 2,
    });
  if (what === 'restore') return ask('Passphrase of the backup: ');
  const passphrase = await ask('Passphrase (without it nobody can read the backup, not even you): ');
  if ((await ask('Once more: ')) !== passphrase)
    throw new CliError('passphrases-differ', 'The two passphrases differ. Nothing was written.');
  return passphrase;
}

/** Asks without showing what is typed. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_, __, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
