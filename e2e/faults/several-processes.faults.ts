import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { ProductProcess } from './product-process';

const FEEDS = 6;
const ITEMS = 100;
const IMPORTED = 3_000;
const DROPPED = 500;
/** Comments of words, which need the model; the others are of emoji, which a table labels. */
const WORDS = 12;
const EMOJI = [...'😍🥰😀😃😆🤣😎👍👏😐🤔👀😞😔😡🤬🤮💩😭💔👎'];

/** A comment of three emoji, another one for each number as long as there are. */
const emoji = (index: number) =>
  [index, index / EMOJI.length, index / EMOJI.length ** 2].map((n) => EMOJI[Math.floor(n) % EMOJI.length]).join('');
const csv = (name: string, count: number) =>
  ['id,time,text', ...Array.from({ length: count }, (_, n) => `${name}-${n},2026-05-03 08:00,${emoji(n)}`)].join('\n');

/** A site with a feed under each path, which takes its time to answer. */
function feedSite() {
  return createServer((request, response) => {
    if (request.url === '/robots.txt') return response.writeHead(404).end();
    const feed = Number(request.url?.slice(1));
    const texts = Array.from({ length: ITEMS }, (_, n) => emoji(1_000 * feed + n));
    if (feed === 0)
      texts.splice(0, WORDS, ...Array.from({ length: WORDS }, (_, n) => `The battery number ${n} is great`));
    const items = texts.map(
      (text, n) =>
        `<item><guid>${feed}-${n}</guid><title>${text}</title><pubDate>Sun, 03 May 2026 08:00:00 GMT</pubDate></item>`,
    );
    setTimeout(
      () =>
        response.end(
          `<?xml version="1.0"?><rss version="2.0"><channel><title>${feed}</title>${items.join('')}</channel></rss>`,
        ),
      300,
    );
  });
}

describe('two workers and two APIs on one database, killed in turn', () => {
  const site = feedSite();
  const inbox = mkdtempSync(join(tmpdir(), 'moodline-inbox-'));
  const running: ProductProcess[] = [];
  let db: TestDatabase;
  let session = '';

  beforeAll(async () => {
    db = await createTestDatabase();
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  }, 60_000);
  afterAll(async () => {
    await Promise.all(running.map((process) => process.stop()));
    site.closeAllConnections();
    site.close();
    await db?.close();
    rmSync(inbox, { recursive: true, force: true });
  }, 60_000);

  const start = async (name: string, roles: 'api' | 'worker') => {
    const process = await ProductProcess.start({ name, roles, databaseUrl: db.url, inbox, first: running[0] });
    running.push(process);
    return process;
  };
  const post = (process: ProductProcess, path: string, body: string, type = 'application/json') =>
    process.api(path, session, { method: 'POST', body, headers: { 'content-type': type } });
  const bring = (process: ProductProcess) =>
    post(process, 'imports?name=big.csv&source=Import', csv('import', IMPORTED), 'application/octet-stream');
  /** Two minutes later: who was killed in a run is silent for too long, as is, at the worst, who was not. */
  const leasesRunOut = () =>
    db.database.crawlRun.updateMany({
      where: { status: 'running' },
      data: { leaseUntil: new Date(Date.now() - 1_000) },
    });
  const kill = async (process: ProductProcess) => {
    await process.kill();
    await leasesRunOut();
    await process.start();
  };
  const counts = async () => {
    const [row] = await db.database.$queryRaw<Record<string, number>[]>`
      SELECT (SELECT count(*)::int FROM comment) AS comments,
        (SELECT count(DISTINCT (source_id, external_id))::int FROM comment) AS "differentComments",
        (SELECT count(*)::int FROM label WHERE current) AS labels,
        (SELECT count(DISTINCT comment_id)::int FROM label WHERE current) AS "labelledComments",
        (SELECT count(*)::int FROM label_task) AS waiting,
        (SELECT coalesce(sum(imported), 0)::int FROM crawl_run) AS "importedByRuns",
        (SELECT count(*)::int FROM crawl_run WHERE status IN ('queued', 'running')) AS "openRuns",
        (SELECT count(DISTINCT source_id)::int FROM crawl_run WHERE status = 'done') AS "sourcesRead"`;
    return row ?? {};
  };

  it('share the work, lose nothing and do nothing twice', async () => {
    const first = await start('api 1', 'api');
    session = await first.signIn();
    const [second, worker, other] = await Promise.all([
      start('api 2', 'api'),
      start('worker 1', 'worker'),
      start('worker 2', 'worker'),
    ]);
    const { port } = site.address() as AddressInfo;
    for (let feed = 0; feed < FEEDS; feed++) {
      const source = {
        kind: 'feed',
        name: `Feed ${feed}`,
        schedule: 'hourly',
        config: { url: `http://127.0.0.1:${port}/${feed}` },
      };
      const answer = await post(feed % 2 ? first : second, 'sources', JSON.stringify(source));
      expect(answer.status).toBe(201);
    }
    writeFileSync(join(inbox, '.dropped.csv.part'), csv('dropped', DROPPED));
    renameSync(join(inbox, '.dropped.csv.part'), join(inbox, 'dropped.csv'));

    const cutOff = bring(second).catch(() => null);
    await sleep(200);
    await Promise.all([kill(second), kill(worker)]);
    await cutOff;
    const again = bring(second);
    await kill(other);
    await kill(worker);
    expect((await again).status).toBeLessThan(300);
    // Once more, of another process: all of it is known.
    const whole = await bring(first);
    expect(await whole.json()).toMatchObject({ imported: 0, duplicates: IMPORTED });

    const all = FEEDS * ITEMS + IMPORTED + DROPPED;
    const expected = {
      comments: all,
      differentComments: all,
      labels: all,
      labelledComments: all,
      waiting: 0,
      importedByRuns: all,
      openRuns: 0,
      sourcesRead: FEEDS + 2,
    };
    for (let waited = 0; waited < 400; waited++) {
      const now = await counts();
      if (Object.entries(expected).every(([key, value]) => now[key] === value)) break;
      await sleep(1_000);
    }
    const found = await counts();
    const status = await (await first.api('labelling', session)).json();
    process.stdout.write(`${JSON.stringify({ found, status })}\n`);
    expect(found).toEqual(expected);
    // What the charts count, too.
    expect(status).toMatchObject({ pending: 0, labelled: all, unscored: 0 });
    expect(await db.database.source.findMany({ where: { failures: { gt: 1 } } })).toEqual([]);
  }, 600_000);
});
