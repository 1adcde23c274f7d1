import { fork, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { restoreNewsSchema, type RestoreNews, type RestoreOrder } from '@moodline/backups/contract';
import type { Command } from 'commander';
import { CliError } from '../api-client';
import type { Shell } from '../shell';
import { passphraseFor } from './passphrase';

type Question = Extract<RestoreNews, { kind: 'confirm' }>;
type Done = Extract<RestoreNews, { kind: 'done' }>;

interface RestoreOptions {
  readonly passphraseFile?: string;
  readonly replace?: string;
  readonly forgotten?: string;
}

/** `restore FILE`: the database and keys of a backup, in the data folder of a Moodline that is stopped. */
export function addRestore(program: Command, { dataFolder, print }: Shell): void {
  program
    .command('restore <file>')
    .description('put a backup in the place of what a stopped Moodline holds, or into an empty data folder')
    .option('--passphrase-file <file>', 'file with the passphrase (default: it is asked for)')
    .option('--replace <workspace>', 'name of the workspace that is there and goes (default: it is asked for)')
    .option('--forgotten <file>', 'list of who was forgotten since, written by the command forgotten')
    .action(async (file: string, options: RestoreOptions) => {
      const passphrase = await passphraseFor('restore', options.passphraseFile);
      const folder = dataFolder();
      const begun = performance.now();
      const done = await restore(
        {
          ...{ kind: 'begin', file: resolve(file), passphrase },
          ...(folder && { dataDir: resolve(folder) }),
          ...(options.forgotten && { forgotten: resolve(options.forgotten) }),
        },
        (question) => mayReplace(question, options.replace),
      );
      const seconds = (performance.now() - begun) / 1000;
      print({ ...done, seconds }, () => words(done, seconds));
    });
}

/** Runs the program that restores, which is part of the API because it starts the database. */
async function restore(order: RestoreOrder, confirm: (question: Question) => Promise<boolean>): Promise<Done> {
  const child = fork(join(__dirname, '../api/restore.js'), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches the child by itself; it puts its database away, and this ends after it.
  const wait = () => undefined;
  process.on('SIGINT', wait);
  try {
    return await talk(child, order, confirm);
  } finally {
    process.off('SIGINT', wait);
    if (child.connected) child.disconnect();
  }
}

function talk(
  child: ChildProcess,
  order: RestoreOrder,
  confirm: (question: Question) => Promise<boolean>,
): Promise<Done> {
  const send = (message: RestoreOrder) => child.connected && child.send(message);
  let result: Done | CliError | null = null;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.on('message', (message) => {
      const news = restoreNewsSchema.parse(message);
      if (news.kind === 'done') result = news;
      else if (news.kind === 'failed') result = new CliError(news.code, news.message);
      else if (news.kind === 'progress') showProgress(news.words);
      else void confirm(news).then((replace) => send({ kind: 'answer', replace }), reject);
    });
    child.once('exit', () => {
      showProgress('');
      if (result instanceof CliError) reject(result);
      else if (result) resolve(result);
      else
        reject(
          new CliError(
            'restore-ended',
            'The restore was ended before it was through. What was there before is as it was; the next start or restore clears up.',
          ),
        );
    });
    send(order);
  });
}

function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text && `  … ${text}`}`);
}

/** The name of the workspace that goes has to be typed. */
async function mayReplace({ workspaces, madeAt }: Question, given: string | undefined): Promise<boolean> {
  const [name = ''] = workspaces;
  if (given !== undefined) return workspaces.includes(given);
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(
      `\nThe workspace "${name}" is there. All of it goes, and the backup of ${madeAt} takes its place. Type its name to go on: `,
    );
    return workspaces.includes(answer.trim());
  } finally {
    terminal.close();
  }
}

function words({ madeAt, rows, tables, dataDir, settingsFile, forgotten }: Done, seconds: number): string {
  return [
    `Restored the backup of ${madeAt}: ${rows} rows of ${tables} tables in ${seconds.toFixed(1)} s, into ${dataDir}.`,
    'Start Moodline with npm start. Everybody signs in anew. Messages that waited were not sent.',
    ...forgottenWords(forgotten),
    'A backup does not hold models that were downloaded, files of the inbox, and logs.',
    ...(settingsFile ? [`What was set there and may be missing here: ${settingsFile}`] : []),
  ].join('\n');
}

function forgottenWords({ carried, lost }: Done['forgotten']): string[] {
  return [
    carried
      ? `${carried} authors, texts and comments that were forgotten after that moment stay forgotten: what the backup holds of them is erased when Moodline starts.`
      : 'Nobody was known to have been forgotten after that moment. Whoever was: forget them again.',
    ...(lost
      ? [
          `What was here was another installation: its list of ${lost} forgotten authors, texts and comments says nothing about the backup.`,
        ]
      : []),
  ];
}
