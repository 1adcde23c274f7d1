import { createSecretKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NoTextColumnError, WebPageError } from './import.errors';
import { ReaderThreads } from './reader-threads';
import { ReadersHere } from './readers-here';
import type { ReadingOrder, RowBatch, RowReaders } from './row-reading';
import { fileAt } from './stored-file';

const folder = mkdtempSync(join(tmpdir(), 'moodline-spec-'));
const threads = new ReaderThreads(join(__dirname, 'testing/import-thread.cjs'));
// From its source the thread takes a while to start.
beforeAll(() => threads.lookAt(Buffer.from('id,text\n1,a\n')), 300_000);
afterAll(async () => {
  await threads.onApplicationShutdown();
  rmSync(folder, { recursive: true });
});

const order = (purpose: ReadingOrder['purpose']): ReadingOrder => ({
  options: { mapping: {}, timeZone: 'UTC', now: new Date('2026-11-26T12:00:00Z') },
  saved: new Map(),
  purpose,
  key: createSecretKey(Buffer.from('key')),
});

function file(name: string, text: string) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return fileAt(path);
}

async function readAll(readers: RowReaders, text: string, purpose: ReadingOrder['purpose']) {
  const reading = await readers.open(file('file.csv', text), order(purpose));
  const batches: RowBatch[] = [];
  for (let batch = await reading.next(); batch; batch = await reading.next()) batches.push(batch);
  const summary = await reading.summary();
  await reading.close();
  return { batches, summary };
}

const ROWS = Array.from(
  { length: 1_200 },
  (_, index) => `k${index},2026-03-01T10:00:00Z,"the lamp @someone sent broke on day ${index}",author ${index}`,
);
const TABLE = `id,date,comment,author\n${ROWS.join('\n')}\nk9999,2026-03-01T10:00:00Z,,somebody\n`;

describe('files read in a thread', () => {
  it.each(['check', 'store'] as const)(
    'hands over the same as without one, to %s',
    async (purpose) => {
      const there = await readAll(threads, TABLE, purpose);
      expect(there).toEqual(await readAll(new ReadersHere(), TABLE, purpose));
      expect(there.batches.reduce((sum, { comments }) => sum + comments, 0)).toBe(1_200);
      expect(there.summary.preview[0]?.text).toBe('the lamp @… sent broke on day 0');
    },
    60_000,
  );

  it('throws the errors of the other thread as they are, and reads the next file', async () => {
    const failed = threads.open(file('ids.csv', 'id,date\nk1,2026-03-01\nk2,2026-03-02\n'), order('check'));
    await expect(failed).rejects.toBeInstanceOf(NoTextColumnError);
    await expect(failed).rejects.toMatchObject({ code: 'no-text-column', details: { columns: ['id', 'date'] } });
    await expect(threads.lookAt(Buffer.from('<!doctype html><p>no data</p>'))).rejects.toBeInstanceOf(WebPageError);
    expect((await readAll(threads, TABLE, 'check')).batches.length).toBeGreaterThan(0);
  }, 60_000);
});

describe('a check', () => {
  const dated = (dates: string[]) =>
    `date,comment\n${dates.map((date, index) => `${date},a comment of some words that differs each time ${index}`).join('\n')}\n`;
  const many = Array.from({ length: 3_000 }, (_, index) => `05/0${(index % 9) + 1}/2026`);

  it('reads a file once where its beginning says how', async () => {
    const { batches } = await readAll(new ReadersHere(), TABLE + ROWS.join('\n').replaceAll('k', 'm'), 'check');
    expect(batches.map(({ again }) => again)).not.toContain(true);
    expect(batches.reduce((sum, { rows }) => sum + rows, 0)).toBe(2_401);
  });

  it('begins again where only the end of a file tells how its beginning is read', async () => {
    const { batches, summary } = await readAll(new ReadersHere(), dated([...many, '25/05/2026']), 'check');
    const begun = batches.findIndex(({ again }) => again);
    expect(begun).toBeGreaterThan(0);
    expect(batches.slice(begun).reduce((sum, { rows }) => sum + rows, 0)).toBe(3_001);
    expect(summary.preview[1]?.publishedAt).toBe('2026-02-05T00:00:00.000Z');
    expect(summary.doubts.map(({ code }) => code)).not.toContain('day-order');
  });
});

it('of a file it is known from when its comments are, and how many rows only stand in for one', async () => {
  const { summary } = await readAll(
    new ReadersHere(),
    'date,comment\n2015-02-24T10:00:00Z,late again\n2015-02-16T08:00:00Z,the lamp broke\n2015-03-01T08:00:00Z,[deleted]\n',
    'check',
  );
  expect(summary).toMatchObject({
    placeholders: 1,
    starsOnly: 0,
    notCustomers: 0,
    firstAt: '2015-02-16T08:00:00.000Z',
    lastAt: '2015-02-24T10:00:00.000Z',
  });
});
