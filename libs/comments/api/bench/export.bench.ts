import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { loadavg } from 'node:os';
import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CommentRepository } from '../src/comment.repository';
import { CommentExport } from '../src/export/comment-export';
import { ExportProgressBoard } from '../src/export/export-progress';
import { ExportRowsQuery } from '../src/export/export-rows.query';
import { FilterResolver } from '../src/filter-resolver';
import { ThemeWordsQuery } from '../src/search/theme-words.query';

/** What `npm run bench -- export --comments 1000000` gives. */
const { comments: COMMENTS = 200_000 } = (globalThis as { bench?: { comments?: number } }).bench ?? {};
const SAMPLE_MS = 100;

setFlagsFromString('--expose-gc');
/** What is left when the garbage is gone: the memory of the process also holds what V8 has not cleared yet. */
const kept = (): number => {
  (runInNewContext('gc') as () => void)();
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
};

const row = (cells: readonly (string | number)[]) =>
  process.stdout.write(`${cells.map((cell, index) => String(cell).padStart(index ? 16 : 8)).join(' ')}\n`);

/** Memory of this process in MB while work is done: at a quarter, at the end, and the most. */
async function watched(work: () => Promise<void>) {
  const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20);
  const seen: number[] = [];
  const timer = setInterval(() => seen.push(megabytes()), SAMPLE_MS);
  const started = performance.now();
  await work();
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, quarter: seen[Math.floor(seen.length / 4)] ?? 0, end: megabytes(), most: Math.max(...seen) };
}

describe('export', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase();
    const { sourceId, runId } = await test.source();
    await test.database.$executeRaw`
      INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at, engagement)
      SELECT ${test.workspaceId}::int, ${sourceId}::int, ${runId}::int, n::text,
        'Comment ' || n || ' 电池 battery ' || repeat(md5(n::text) || ' ', 4), md5(n::text), 'en', timestamptz '2024-01-01' + n * interval '1 minute', n % 100
      FROM generate_series(1, ${COMMENTS}::int) n`;
    await test.database.$executeRaw`ANALYZE comment`;
  });
  afterAll(() => test.close());

  it('writes all comments in memory that does not grow with them', async () => {
    const comments = new CommentRepository(test.database);
    const exporter = new CommentExport(comments, new ExportRowsQuery(test.database), new ExportProgressBoard());
    const filter = await new FilterResolver(comments, new ThemeWordsQuery(test.database)).resolve(test.workspaceId, {});
    row([
      'format',
      'comments',
      'MB written',
      'seconds',
      'comments/s',
      'RSS before',
      'RSS at 1/4',
      'RSS at end',
      'RSS most',
      'heap before',
      'heap after',
      'load',
    ]);
    for (const format of ['jsonl', 'csv', 'xlsx'] as const) {
      let bytes = 0;
      const target = new Writable({
        write: (part: Buffer, _encoding, done) => {
          bytes += part.length;
          void turn().then(() => done());
        },
      });
      const heap = kept();
      const before = Math.round(process.memoryUsage().rss / 2 ** 20);
      const { seconds, quarter, end, most } = await watched(() => exporter.write({ filter, format }, target));
      row([
        format,
        COMMENTS,
        (bytes / 1e6).toFixed(0),
        seconds.toFixed(1),
        Math.round(COMMENTS / seconds),
        before,
        quarter,
        end,
        most,
        heap,
        kept(),
        (loadavg()[0] ?? 0).toFixed(1),
      ]);
    }
  });
});
