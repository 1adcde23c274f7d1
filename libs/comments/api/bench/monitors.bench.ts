import { loadavg } from 'node:os';
import { monitorRulesSchema } from '@moodline/comments/contract';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CommentRepository } from '../src/comment.repository';
import { MonitorMatcher, type MatchedComment } from '../src/monitors/monitor-matcher';
import { MonitorPreviewQuery } from '../src/monitors/monitor-preview.query';
import { MonitorPreviewer } from '../src/monitors/monitor-preview';
import { MonitorRematchRepository } from '../src/monitors/monitor-rematch.repository';
import { MonitorRepository } from '../src/monitors/monitor.repository';

const COMMENTS = 1_000_000;
const MONITORS = 1_000;
const KEYWORDS_EACH = 10;
const PREVIEWED = 100_000;

const HAN = Array.from({ length: 2_500 }, (_, index) => String.fromCharCode(0x4e00 + index * 3));
const random = generator(7);
const han = (length: number) => Array.from({ length }, () => HAN[random(HAN.length)]).join('');
const latin = (length: number) => Array.from({ length }, () => String.fromCharCode(97 + random(26))).join('');
const KEYWORDS = Array.from({ length: MONITORS * KEYWORDS_EACH }, (_, index) =>
  index % 2 ? han(2 + random(3)) : latin(4 + random(6)),
);

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** About ninety characters, Chinese and Latin mixed, with a keyword in two of three. */
function text(): string {
  let made = '';
  while (made.length < 90)
    made +=
      random(14) === 0
        ? ` ${KEYWORDS[random(KEYWORDS.length)]} `
        : random(3)
          ? han(4 + random(8))
          : ` ${latin(3 + random(7))} ${latin(5)}，`;
  return made;
}

const monitor = (index: number) =>
  monitorRulesSchema.parse({
    any: { words: [...new Set(KEYWORDS.slice(index * KEYWORDS_EACH, (index + 1) * KEYWORDS_EACH))] },
    none: { words: [latin(9)] },
  });

const seconds = (since: number) => (performance.now() - since) / 1000;
/** Seconds of the processor that this process has used: what holds on a machine that does other things, too. */
const worked = () => (({ user, system }) => (user + system) / 1e6)(process.cpuUsage());
const row = (what: string, value: string) => process.stdout.write(`${what.padEnd(64)} ${value}\n`);
const rate = (count: number, took: number, work: number) =>
  `${Math.round(count / took).toLocaleString('en')} comments/s (${took.toFixed(1)} s, ${work.toFixed(1)} s of it at work in Node)`;

let test: TestDatabase;
beforeAll(async () => {
  row(
    'load of the machine before',
    loadavg()
      .map((load) => load.toFixed(1))
      .join(' '),
  );
  test = await createTestDatabase();
});
afterAll(() => test.close());

it('match without the database', () => {
  const texts = Array.from({ length: 100_000 }, (): MatchedComment => ({ text: text(), language: 'zh', sourceId: 1 }));
  let since = performance.now();
  const matcher = new MonitorMatcher(Array.from({ length: MONITORS }, (_, id) => ({ id, rules: monitor(id) })));
  row(`${MONITORS} monitors with ${KEYWORDS.length} keywords compiled`, `${seconds(since).toFixed(2)} s`);
  since = performance.now();
  const work = worked();
  let found = 0;
  for (const comment of texts) found += matcher.match(comment).length;
  row(
    `matching alone, ${texts.length.toLocaleString('en')} comments`,
    `${rate(texts.length, seconds(since), worked() - work)}, ${(found / texts.length).toFixed(2)} matches each`,
  );
});

it('match what is stored', async () => {
  const { database, workspaceId } = test;
  const { sourceId, runId } = await test.source();
  let since = performance.now();
  const pool = Array.from({ length: 50_000 }, text);
  await database.$executeRaw`CREATE TABLE pool AS SELECT row_number() OVER () - 1 AS id, t AS text FROM unnest(${pool}::text[]) t`;
  await database.$executeRaw`
    INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at)
    SELECT ${workspaceId}, ${sourceId}, ${runId}, n, p.text || ' ' || n, md5(n::text), 'zh', timestamptz '2026-01-01' + n * interval '20 seconds'
    FROM generate_series(1, ${COMMENTS}::int) n JOIN pool p ON p.id = n % ${pool.length}::int`;
  await database.$executeRaw`VACUUM ANALYZE comment`;
  row(`${COMMENTS.toLocaleString('en')} comments made`, `${seconds(since).toFixed(0)} s`);
  const rules = Array.from({ length: MONITORS }, (_, index) => JSON.stringify(monitor(index)));
  await database.$executeRaw`
    INSERT INTO monitor (workspace_id, name, rules, rematch_cursor, rematch_total) SELECT ${workspaceId}, 'Monitor ' || n, r::jsonb, 0, ${COMMENTS} FROM unnest(${rules}::text[]) WITH ORDINALITY AS u (r, n)`;
  const rematch = new MonitorRematchRepository(database);
  since = performance.now();
  let work = worked();
  while (await rematch.advance(workspaceId));
  const took = seconds(since);
  work = worked() - work;
  const [{ matches } = { matches: 0 }] = await database.$queryRaw<
    { matches: number }[]
  >`SELECT count(*)::int AS matches FROM comment_monitor`;
  row(
    `${MONITORS} monitors matched anew, with the database`,
    `${rate(COMMENTS, took, work)}, ${matches.toLocaleString('en')} matches stored`,
  );
  await new MonitorRepository(database).update(workspaceId, (await database.monitor.findFirstOrThrow()).id, {
    rules: monitor(5),
  });
  since = performance.now();
  work = worked();
  while (await rematch.advance(workspaceId));
  row('1 monitor of them matched anew', rate(COMMENTS, seconds(since), worked() - work));
});

it('preview rules', async () => {
  const { database, workspaceId } = test;
  const previewer = new MonitorPreviewer(new MonitorPreviewQuery(database), new CommentRepository(database));
  const preview = async (what: string) => {
    const since = performance.now();
    const { count, sampled, total } = await previewer.preview(workspaceId, monitor(9), {
      signal: new AbortController().signal,
    });
    row(
      `preview over ${what}`,
      `${seconds(since).toFixed(2)} s: ${count} of ${total.toLocaleString('en')}, looked at ${sampled.toLocaleString('en')}`,
    );
  };
  await preview(`${COMMENTS.toLocaleString('en')} comments`);
  await database.$executeRaw`DELETE FROM comment WHERE id > (SELECT min(id) FROM comment) + ${PREVIEWED - 1}::int`;
  await preview(`${PREVIEWED.toLocaleString('en')} comments`);
  await preview(`${PREVIEWED.toLocaleString('en')} comments, again`);
});
