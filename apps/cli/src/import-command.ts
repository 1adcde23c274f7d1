import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  IMPORT_FIELDS,
  importDoubtSchema,
  importResultSchema,
  type ImportChoice,
  type ImportDoubt,
  type ImportField,
  type ImportResult,
} from '@moodline/sources/contract';
import type { Command } from 'commander';
import * as z from 'zod';
import { CliError, type ApiClient } from './api-client';
import { clip, table } from './table';

interface ImportOptions {
  readonly source?: string;
  readonly dryRun?: boolean;
  readonly map?: string[];
  readonly timeZone?: string;
  readonly dayOrder?: string;
  readonly part?: string;
  readonly asOf?: string;
  readonly yes?: boolean;
}

interface Shell {
  api(): ApiClient;
  print(json: unknown, human: () => string): void;
}

const detailsSchema = z.object({ doubts: z.array(importDoubtSchema) });
const columnsSchema = z.object({ columns: z.array(z.string()), nearest: z.string().nullable().catch(null) });

/** Bringing in a file. What is doubtful is said before anything is stored. */
export function addImport(program: Command, { api, print }: Shell): void {
  program
    .command('import <file>')
    .description('bring in comments from CSV, TSV, Excel (.xlsx), JSON or JSON Lines, also packed (.gz)')
    .option('--source <name>', 'source the comments belong to (default: name of the file)')
    .option('--dry-run', 'say what would happen, store nothing')
    .option('--map <field=column...>', 'choose columns by hand, for example --map text=content publishedAt=date')
    .option('--time-zone <zone>', 'zone of times that carry none (default: the workspace’s)')
    .option('--day-order <order>', 'day-first or month-first, for dates like 3/5/2026; year-first for 26-03-05')
    .option('--part <name>', 'sheet of a workbook, or list of a JSON file, to read')
    .option('--as-of <time>', 'when times like "3 hours ago" were written (default: when the file was last changed)')
    .option('-y, --yes', 'import even where something is doubtful, as it is proposed')
    .action(async (file: string, options: ImportOptions) => {
      const query = queryOf(file, options);
      const send = (onDoubt: 'go' | 'stop') =>
        api()
          .upload('imports', file, { ...query, onDoubt }, importResultSchema)
          .catch(inWordsOfTheCommand);
      const careful = !options.yes && !options.dryRun;
      const result = await send(careful ? 'stop' : 'go').catch(async (error: unknown) => {
        if (!(await confirmed(error))) throw error;
        return send('go');
      });
      print(result, () => described(result));
    });
}

function queryOf(file: string, options: ImportOptions) {
  const pairs = (options.map ?? []).map((pair) => {
    const at = pair.indexOf('=');
    const field = pair.slice(0, Math.max(0, at));
    if (!IMPORT_FIELDS.includes(field as ImportField))
      throw new CliError(
        'bad-option',
        `--map takes FIELD=COLUMN; fields are ${IMPORT_FIELDS.join(', ')}. "${pair}" is none.`,
      );
    return [field, pair.slice(at + 1)];
  });
  const asOf = options.asOf === undefined ? undefined : new Date(options.asOf);
  if (asOf && Number.isNaN(asOf.getTime()))
    throw new CliError('bad-option', `"${options.asOf}" is no time. Write it like 2026-05-03T08:00:00Z.`);
  return {
    name: basename(file),
    source: options.source,
    dryRun: options.dryRun ?? false,
    mapping: pairs.length ? JSON.stringify(Object.fromEntries(pairs)) : undefined,
    timeZone: options.timeZone,
    dayOrder: options.dayOrder,
    part: options.part,
    asOf: asOf?.toISOString(),
    fileTime: statSync(file, { throwIfNoEntry: false })?.mtime.toISOString(),
  };
}

/** Says what is doubtful, and asks whoever sits at the terminal. @throws the error with the options to use, where nobody does */
async function confirmed(error: unknown): Promise<boolean> {
  if (!(error instanceof CliError) || error.code !== 'import-doubts') return false;
  const { doubts } = detailsSchema.parse(error.details);
  const words = doubtsInWords(doubts).join('\n');
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new CliError(
      'import-doubts',
      `Nothing was imported, because not all is clear:\n${words}\nImport it as it is proposed with --yes, or say it with the options above.`,
      { details: error.details, exitCode: 2 },
    );
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Not all is clear:\n${words}\nImport it as it is proposed? [y/N] `);
  terminal.close();
  if (/^y(?:es)?$/i.test(answer.trim())) return true;
  throw new CliError('import-doubts', 'Nothing was imported.', { exitCode: 2 });
}

/** Each doubt with the options that take the other choices. */
export function doubtsInWords(doubts: readonly ImportDoubt[]): string[] {
  return doubts.flatMap(({ message, choices }) => [
    `  ? ${message}`,
    ...choices
      .filter(({ chosen }) => !chosen)
      .map(({ set, example }) => `      ${optionsOf(set)}${example ? `   (${clip(example, 60)})` : ''}`),
  ]);
}

/** A choice in the syntax of the command line. */
function optionsOf({ mapping, dayOrder, part, asOf }: ImportChoice): string {
  const quoted = (text: string) => (/^[\w.:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  const columns = Object.entries(mapping ?? {}).map(([field, column]) => quoted(`${field}=${column}`));
  return [
    ...(columns.length ? [`--map ${columns.join(' ')}`] : []),
    ...(dayOrder ? [`--day-order ${dayOrder}`] : []),
    ...(part === undefined ? [] : [`--part ${quoted(part)}`]),
    ...(asOf === undefined ? [] : [`--as-of ${asOf}`]),
  ].join(' ');
}

/** The server does not know who asks: what it proposes is said with the options of this command. */
function inWordsOfTheCommand(error: unknown): never {
  const field = { 'no-text-column': 'text', 'no-time-column': 'publishedAt' }[
    error instanceof CliError ? error.code : ''
  ];
  const details = error instanceof CliError ? columnsSchema.safeParse(error.details).data : undefined;
  if (!(error instanceof CliError) || !field || !details) throw error;
  const what = field === 'text' ? 'the text' : 'the time';
  throw new CliError(
    error.code,
    `No column holds ${what} of the comments. Say which one does with ${optionsOf({ mapping: { [field]: details.nearest ?? 'COLUMN' } })}. Columns: ${details.columns.join(', ')}`,
  );
}

function described(result: ImportResult): string {
  const counts = table(
    ['rows', result.dryRun ? 'new' : 'imported', 'duplicates', 'rejected'],
    [[result.rows, result.imported, result.duplicates, result.rejectedCount]],
  );
  const columns = result.recognised.map(({ column, field, why }) => `  ${field} ← ${column} (${why})`).join('\n');
  const unit = result.format === 'json' ? 'entry' : 'line';
  const rejected = result.rejected.slice(0, 20).map(({ line, reason }) => `  ${unit} ${line}: ${clip(reason, 120)}`);
  const doubts = doubtsInWords(result.doubts);
  return [
    `${result.format}, ${result.encoding}`,
    columns,
    ...(doubts.length ? ['', 'Not sure:', ...doubts] : []),
    '',
    counts,
    ...(rejected.length ? ['', 'Rejected rows:', ...rejected] : []),
  ].join('\n');
}
