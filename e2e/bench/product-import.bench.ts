/**
 * How long the running product takes to import a file that somebody names, against a plain `COPY` of the rows that come of it, into a table
 * with the indexes of the table of comments: `npm run bench -- product-import --file FILE`. The product is the built one, asked as a browser
 * asks it, without a model beside it; each round begins with an empty database. Each number is the median of its rounds.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { createTestDatabase, median, printTable, type TestDatabase } from '@moodline/shared/testing';
import { Client } from 'pg';
import { ProductProcess } from '../faults/product-process';

/** What `npm run bench -- product-import --rounds 3 --file FILE` gives. */
const { rounds: ROUNDS = 3, file: FILE } =
  (globalThis as { bench?: { readonly rounds?: number; readonly file?: string } }).bench ?? {};

interface Round {
  readonly comments: number;
  /** Milliseconds */
  readonly importing: number;
  readonly copying: number;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const begun = performance.now();
  const result = await work();
  return [result, performance.now() - begun];
}

/** One import into an empty database, and the `COPY` of what it stored. */
async function round(file: Buffer, folder: string): Promise<Round> {
  const test = await createTestDatabase();
  const plan = {
    name: 'bench',
    roles: 'api',
    databaseUrl: test.url,
    inbox: mkdtempSync(join(folder, 'inbox-')),
  } as const;
  const product = await ProductProcess.start(plan);
  try {
    const session = await product.signIn();
    const [answer, importing] = await timed(async () => {
      const response = await product.api(`imports?name=${encodeURIComponent(basename(FILE ?? ''))}`, session, {
        method: 'POST',
        body: new Uint8Array(file),
        headers: { 'content-type': 'application/octet-stream' },
      });
      return { status: response.status, body: (await response.json()) as { readonly imported: number } };
    });
    expect(answer.status).toBe(200);
    const comments = answer.body.imported;
    return { comments, importing, copying: await copied(test, join(folder, 'comments.copy'), comments) };
  } finally {
    await product.stop();
    await test.close();
  }
}

/** @returns milliseconds of the `COPY` of all comments of a database from a file of its server */
async function copied({ database, administratorUrl }: TestDatabase, path: string, comments: number): Promise<number> {
  // All columns: one that is left out leaves the index on it empty, and the comparison is none.
  const [row] = await database.$queryRaw<{ names: string }[]>`
    SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS names
    FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = 'comment'`;
  // Files of the server are read and written by its administrator alone.
  const administrator = new Client({ connectionString: administratorUrl });
  await administrator.connect();
  const run = async (sql: string) => (await administrator.query(sql)).rowCount;
  try {
    await run('CREATE TABLE plain (LIKE comment INCLUDING ALL)');
    await run(`COPY (SELECT ${row?.names} FROM comment ORDER BY id) TO '${path}'`);
    await run('CHECKPOINT');
    const [rows, time] = await timed(() => run(`COPY plain (${row?.names}) FROM '${path}'`));
    expect(rows).toBe(comments);
    return time;
  } finally {
    await administrator.end();
  }
}

it('imports a file into the running product', async () => {
  if (!FILE) throw new Error('Which file? Run for example: npm run bench -- product-import --file comments.csv');
  const file = readFileSync(FILE);
  // The database server may run as another user, who writes into this folder.
  const folder = mkdtempSync(join(tmpdir(), 'moodline-bench-'));
  chmodSync(folder, 0o777);
  try {
    const rounds: Round[] = [];
    for (let number = 1; number <= ROUNDS; number++) {
      process.stderr.write(`  … round ${number} of ${ROUNDS}\n`);
      rounds.push(await round(file, folder));
    }
    const [first] = rounds;
    const [importing, copying] = [median(rounds.map((one) => one.importing)), median(rounds.map((one) => one.copying))];
    const rate = (ms: number) => Math.round(((first?.comments ?? 0) * 1000) / ms).toLocaleString('en');
    printTable(
      `${first?.comments} comments of ${basename(FILE)} (${(file.length / 1e6).toFixed(1)} MB), medians of ${ROUNDS} rounds; ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`,
      ['', 'ms', 'rows a second'],
      [
        ['import by the running product', importing.toFixed(0), rate(importing)],
        ['COPY with the same indexes', copying.toFixed(0), rate(copying)],
        [
          'ratio',
          (importing / copying).toFixed(2),
          rounds.map((one) => (one.importing / one.copying).toFixed(2)).join(', '),
        ],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
