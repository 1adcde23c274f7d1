/**
 * How long the import of a file takes against a plain `COPY` of the rows that come of it, into a table with the indexes of the
 * table of comments. Both take turns in one run; each number is the median of its rounds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { CommentIntake, CommentRepository, maskPersonalData, textHash } from '@moodline/comments/api';
import { ServerEvents } from '@moodline/shared/http';
import { createTestDatabase, median, printTable, type TestDatabase } from '@moodline/shared/testing';
// eslint-disable-next-line @nx/enforce-module-boundaries -- a comment is queued for its label in the transaction that stores it, so that is part of the price
import { LabelWriters } from '@moodline/sentiment/api';
import { Client } from 'pg';
import { openFile } from '../src/import/file-reading';
import { FileImporter } from '../src/import/file-importer';
import { ReaderThreads } from '../src/import/reader-threads';
import { readCommentRow } from '../src/incoming/comment-row';
import { fileOf } from '../src/import/stored-file';
import { MappingRepository } from '../src/import/mapping.repository';
import { RunProgressReports } from '../src/runs/run-progress';
import { RunRepository } from '../src/runs/runs.repository';
import { SourceRepository } from '../src/sources/sources.repository';
import { importFile, inChunks } from './import-file';

/** What `npm run bench -- import --rounds 3 --comments 20000` changes. */
const { rounds: ROUNDS = 5, comments: ROWS = 100_000 } =
  (globalThis as { bench?: { rounds?: number; comments?: number } }).bench ?? {};
const tell = (what: string) => process.stderr.write(`  … ${what}\n`);

/** An import in a database of its own, with everything that takes part in storing comments. */
class Workspace {
  readonly importer: FileImporter;
  readonly readers = new ReaderThreads(join(__dirname, '../../../../dist/apps/api/import-thread.js'));
  private columns = '';

  constructor(
    readonly test: TestDatabase,
    readonly folder: string,
  ) {
    const { database } = test;
    const intake = new CommentIntake(Buffer.from('key'));
    new LabelWriters(database).joins(intake);
    this.importer = new FileImporter(
      new SourceRepository(database),
      new RunRepository(database, intake),
      new CommentRepository(database),
      new RunProgressReports(new ServerEvents()),
      new MappingRepository(database),
      this.readers,
    );
  }

  get copyFile(): string {
    return join(this.folder, 'comments.copy');
  }

  async import(file: Buffer): Promise<number> {
    const query = { name: 'bench.csv', dryRun: false };
    return timed(async () =>
      expect(await this.importer.import(this.test.workspaceId, query, inChunks(file))).toMatchObject({
        imported: ROWS,
        rejectedCount: 0,
      }),
    );
  }

  copy(): Promise<number> {
    return timed(async () => expect(await this.run(`COPY plain (${this.columns}) FROM '${this.copyFile}'`)).toBe(ROWS));
  }

  /** Keeps the rows of an import as a file of the database server, and makes the table they are copied into. */
  async keepRows(): Promise<void> {
    // All of them: a column that is left out leaves the index on it empty, and the comparison is none.
    const [row] = await this.test.database.$queryRaw<{ names: string }[]>`
      SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS names
      FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = 'comment'`;
    this.columns = row?.names ?? '';
    await this.run('CREATE TABLE plain (LIKE comment INCLUDING ALL)');
    await this.run(`COPY (SELECT ${this.columns} FROM comment ORDER BY id) TO '${this.copyFile}'`);
  }

  async clear(): Promise<void> {
    await this.run('TRUNCATE comment, text_print, label_task, crawl_run, source, mood_bucket, mood_day, mood_total');
    await this.run('TRUNCATE plain');
    await this.run('CHECKPOINT');
  }

  /** As the administrator, who alone may read and write files of the server. */
  private async run(sql: string): Promise<number> {
    const client = new Client({ connectionString: this.test.administratorUrl });
    await client.connect();
    try {
      return (await client.query(sql)).rowCount ?? 0;
    } finally {
      await client.end();
    }
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** What the file costs before anything is stored. */
async function parts(file: Buffer) {
  const comments: { text: string }[] = [];
  const reading = await timed(async () => {
    const rows = await openFile(fileOf(file), { mapping: {}, timeZone: 'UTC', now: new Date() });
    for await (const records of rows.rows())
      for (const record of records) {
        const row = readCommentRow(record, rows.plan);
        if ('comment' in row) comments.push({ text: row.comment.text });
      }
  });
  let masked: string[] = [];
  const masking = await timed(async () => void (masked = comments.map(({ text }) => maskPersonalData(text))));
  const hashing = await timed(async () => void masked.map(textHash));
  return { reading, masking, hashing };
}

it('imports a file', async () => {
  const test = await createTestDatabase();
  // The server may run as another user, who writes into this folder.
  const folder = mkdtempSync(join('/tmp', 'moodline-bench-'));
  const { chmodSync } = await import('node:fs');
  chmodSync(folder, 0o777);
  const workspace = new Workspace(test, folder);
  try {
    const file = importFile(ROWS);
    tell('once to warm up');
    await workspace.import(file);
    await workspace.keepRows();
    const imports: number[] = [];
    const copies: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      tell(`round ${round} of ${ROUNDS}`);
      await workspace.clear();
      imports.push(await workspace.import(file));
      copies.push(await workspace.copy());
    }
    const { reading, masking, hashing } = await parts(file);
    const rate = (ms: number) => (ROWS * 1000) / ms;
    const [whole, copied] = [median(imports), median(copies)];
    printTable(
      `${ROWS} comments (${(file.length / 1e6).toFixed(1)} MB), medians of ${ROUNDS} rounds; ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`,
      ['way', 'ms', 'comments/s', 'times COPY'],
      [
        ['import of the file', whole, rate(whole), whole / copied],
        ['plain COPY of the same rows', copied, rate(copied), 1],
        [
          'ratios of the rounds',
          imports.map((ms, round) => (ms / (copies[round] ?? NaN)).toFixed(2)).join(' · '),
          '',
          '',
        ],
      ],
    );
    printTable(
      'What of it, measured alone; reading and storing overlap',
      ['part', 'ms'],
      [
        ['read and understand the file, tell the language', reading],
        ['mask personal data', masking],
        ['hash the texts', hashing],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await workspace.readers.onApplicationShutdown();
    await test.close();
  }
});
