import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { Run } from '@moodline/sources/contract';
import { CrawlScheduler } from './crawl-scheduler';
import { OPEN_STATES } from './open-run';
import { SourceCrawler } from './source-crawler';
import { offerPagedKind, PAGES_COUNTS, PAGES_READ, startPagedSite } from '../spec/paged-site';
import type { Order, Step } from '../spec/second-process';
import { SpecApp, type SpecSite } from '../spec/spec-app';

const NEVER = new AbortController().signal;
const LATER = new Date('2100-01-01');

/** Every step of a page in the middle, the last page with its edit and deletion, and what lies before and behind the pages. */
const KILLS: readonly [Step, number][] = [
  ['opened', 0],
  ['asking', 1],
  ['received', 1],
  ['storing', 1],
  ['stored-uncommitted', 1],
  ['stored', 1],
  ['stored-uncommitted', 2],
  ['read-through', 2],
  ['finishing', 2],
];

jest.setTimeout(120_000);

describe('several processes', () => {
  let db: TestDatabase;
  let spec: SpecApp;
  let site: SpecSite;
  let withdraw: () => void;
  let cacheDir: string;

  beforeAll(async () => {
    withdraw = offerPagedKind();
    cacheDir = mkdtempSync(join(tmpdir(), 'moodline-second-'));
    db = await createTestDatabase();
    site = await startPagedSite();
    spec = await SpecApp.start(DatabaseModule.forRoot(db.url), db.workspaceId, 'api');
  });

  afterAll(async () => {
    withdraw();
    rmSync(cacheDir, { recursive: true, force: true });
    await spec?.close();
    await site?.close();
    await db?.close();
  });

  beforeEach(async () => {
    await db.database.comment.deleteMany();
    await db.database.crawlRun.deleteMany();
    await db.database.backfill.deleteMany();
    await db.database.source.deleteMany();
  });

  const paged = (data: object = {}) =>
    db.database.source.create({
      data: {
        workspaceId: db.workspaceId,
        kind: 'paged',
        name: 'Paged',
        schedule: 'hourly',
        config: { url: site.url },
        nextRunAt: LATER,
        ...data,
      },
    });

  function second(order: Pick<Order, 'crawl'> = {}): ChildProcess {
    const whole: Order = { databaseUrl: db.url, workspaceId: db.workspaceId, cacheDir, ...order };
    return fork(join(__dirname, '../spec/second-process.cjs'), [JSON.stringify(whole)], {
      execArgv: [],
      stdio: 'inherit',
    });
  }

  async function kill(sourceId: number, trigger: Run['trigger'], [step, page]: readonly [Step, number]): Promise<void> {
    const [, signal] = (await once(second({ crawl: { sourceId, trigger, step, page } }), 'exit')) as [
      number | null,
      string | null,
    ];
    expect(signal).toBe('SIGKILL');
  }

  /** Two minutes later another process notices the silence and goes on. */
  async function goOn(): Promise<void> {
    await db.database.crawlRun.updateMany({
      where: { status: 'running' },
      data: { leaseUntil: new Date(Date.now() - 1_000) },
    });
    await spec.app.get(CrawlScheduler).tick(new Date(Date.now() + 300_000));
    const run = await db.database.crawlRun.findFirstOrThrow({ where: { status: 'queued' } });
    await spec.app
      .get(SourceCrawler)
      .crawl({ workspaceId: db.workspaceId, runId: run.id, sourceId: run.sourceId }, NEVER);
  }

  /** Every comment once, and every count of the runs together as if one run had read it all. */
  async function expectEverythingOnce(): Promise<void> {
    const comments = await db.database.comment.findMany({ orderBy: { externalId: 'asc' } });
    expect(comments.map(({ externalId, text }) => [externalId, text])).toEqual(PAGES_READ);
    const { _sum } = await db.database.crawlRun.aggregate({ _sum: { imported: true, updated: true, removed: true } });
    expect(_sum).toEqual(PAGES_COUNTS);
    expect(await db.database.crawlRun.count({ where: { status: { in: OPEN_STATES } } })).toBe(0);
  }

  it.each(KILLS)('lose and double nothing when one is killed at the step %s of page %i', async (...at) => {
    const { id } = await paged();
    await kill(id, 'schedule', at);
    await goOn();
    await expectEverythingOnce();
    expect(await db.database.source.findFirstOrThrow()).toMatchObject({
      cursor: { page: 2 },
      failures: 0,
      paused: false,
    });
  });

  it.each([
    ['stored-uncommitted', 1],
    ['stored', 1],
    ['read-through', 2],
    ['finishing', 2],
  ] as const)(
    'lose and double nothing of a backfill at the step %s of page %i, and leave the cursor alone',
    async (...at) => {
      const { id } = await paged({ cursor: { page: 9 } });
      await db.database.backfill.create({
        data: {
          workspaceId: db.workspaceId,
          sourceId: id,
          status: 'running',
          since: new Date('2026-05-01'),
          until: new Date('2026-05-11'),
        },
      });
      await kill(id, 'backfill', at);
      if (at[0] === 'finishing') await db.database.crawlRun.updateMany({ data: { status: 'done' } });
      else await goOn();
      await expectEverythingOnce();
      expect((await db.database.source.findFirstOrThrow()).cursor).toEqual({ page: 9 });
      expect(await db.database.backfill.findFirstOrThrow()).toMatchObject({
        status: 'done',
        imported: PAGES_COUNTS.imported,
      });
    },
  );

  it('do not read a source that another one has finished with', async () => {
    const { id } = await paged();
    await kill(id, 'schedule', ['finished', 2]);
    await expectEverythingOnce();
    await spec.app.get(CrawlScheduler).tick();
    expect(await db.database.crawlRun.findMany({ select: { status: true } })).toEqual([{ status: 'done' }]);
  });

  it('read each source once at a time, and once for each time it was due, however many of them tick', async () => {
    const names = Array.from({ length: 6 }, (_, index) => `Paged ${index}`);
    for (const name of names) await paged({ name, config: { url: `${site.url}?of=${name.replace(' ', '')}` } });
    const open = new Map<string, number>();
    let most = 0;
    const answer = site.answer;
    site.answer = (request, response) => {
      const of = new URL(request.url ?? '', site.url).searchParams.get('of') ?? '';
      open.set(of, (open.get(of) ?? 0) + 1);
      most = Math.max(most, open.get(of) ?? 0);
      response.once('finish', () => open.set(of, (open.get(of) ?? 0) - 1));
      setTimeout(() => answer(request, response), 20);
    };
    const others = [second(), second()];
    await Promise.all(others.map((other) => once(other, 'message')));
    await db.database.source.updateMany({ data: { nextRunAt: new Date(0) } });
    await Promise.all(Array.from({ length: 8 }, () => spec.app.get(CrawlScheduler).tick()));
    while ((await db.database.crawlRun.count({ where: { status: 'done' } })) < names.length)
      await spec.app.get(CrawlScheduler).tick();
    for (const other of others) other.disconnect();
    await Promise.all(others.map((other) => once(other, 'exit')));
    const runs = await db.database.crawlRun.groupBy({ by: ['sourceId'], _count: true, _sum: { imported: true } });
    expect(runs.map(({ _count, _sum }) => [_count, _sum.imported])).toEqual(
      names.map(() => [1, PAGES_COUNTS.imported]),
    );
    expect(most).toBe(1);
  });
});
