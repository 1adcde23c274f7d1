import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CrawlRepository } from './crawl.repository';
import { CrawlScheduler } from './crawl-scheduler';
import { RunRepository } from './runs.repository';
import { SourceCrawler } from './source-crawler';
import { SourceRepository } from '../sources/sources.repository';
import { SpecApp, SpecSite } from '../spec/spec-app';

const rss = (...ids: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Forum</title>${ids.map((id) => `<item><guid>${id}</guid><title>Item ${id}</title><pubDate>Sun, 03 May 2026 08:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`;
const NEVER = new AbortController().signal;
const LONG_AGO = new Date(Date.now() - 86_400_000);

describe('runs that are not over', () => {
  let db: TestDatabase;
  let spec: SpecApp;
  let site: SpecSite;

  beforeAll(async () => {
    db = await createTestDatabase();
    site = await new SpecSite().start();
    spec = await SpecApp.start(DatabaseModule.forRoot(db.url), db.workspaceId);
  });
  afterAll(async () => {
    await spec?.close();
    await site?.close();
    await db?.close();
  });
  beforeEach(async () => {
    for (const table of ['comment', 'crawlRun', 'backfill', 'source'] as const)
      await (db.database[table] as { deleteMany(): Promise<unknown> }).deleteMany();
    site.answer = (_, response) => response.writeHead(200, { etag: '"1"' }).end(rss('a', 'b'));
  });

  const tick = (at = Date.now()) => spec.app.get(CrawlScheduler).tick(new Date(at));
  const feed = (name = 'Feed') =>
    db.database.source.create({
      data: {
        workspaceId: db.workspaceId,
        kind: 'feed',
        name,
        schedule: 'hourly',
        config: { url: site.url },
        nextRunAt: new Date(0),
      },
    });
  const begin = (id: number) =>
    spec.app.get(CrawlRepository).begin({ workspaceId: db.workspaceId, id }, 'schedule', new Date());
  const crawl = async (id: number) => {
    const run = await begin(id);
    if (!run) throw new Error('The source is being read already');
    await spec.app.get(SourceCrawler).crawl(run, NEVER);
    return spec.app.get(RunRepository).find(db.workspaceId, run.runId);
  };

  it('wait for a worker as long as it takes, and are not counted as failures of their source', async () => {
    const { id } = await feed();
    await tick();
    await db.database.crawlRun.updateMany({ data: { startedAt: LONG_AGO } });
    await tick(Date.now() + 7_200_000);
    expect(await db.database.crawlRun.findMany()).toMatchObject([{ sourceId: id, status: 'queued', errorCode: null }]);
    expect(await db.database.source.findFirstOrThrow()).toMatchObject({ failures: 0, paused: false });
  });

  it('are sixteen at most, those that wait included', async () => {
    for (let index = 0; index < 20; index++) await feed(`Feed ${index}`);
    await tick();
    await tick();
    expect(await db.database.crawlRun.count({ where: { status: 'queued' } })).toBe(16);
  });

  it('are worked on once, also when they are delivered twice', async () => {
    const { id } = await feed();
    const run = await begin(id);
    if (!run) throw new Error('It did not begin');
    let requests = 0;
    site.answer = (_, response) => {
      requests++;
      response.end(rss('a', 'b'));
    };
    const crawler = spec.app.get(SourceCrawler);
    await Promise.all([crawler.crawl(run, NEVER), crawler.crawl(run, NEVER), crawler.crawl(run, NEVER)]);
    await crawler.crawl(run, NEVER);
    expect(requests).toBe(1);
    expect(await db.database.crawlRun.findMany()).toMatchObject([{ status: 'done', imported: 2, leaseUntil: null }]);
  });

  it('begin when a worker takes them', async () => {
    const { id } = await feed();
    const run = await begin(id);
    await db.database.crawlRun.updateMany({ data: { startedAt: LONG_AGO } });
    if (run) await spec.app.get(SourceCrawler).crawl(run, NEVER);
    const { startedAt } = await db.database.crawlRun.findFirstOrThrow();
    expect(Date.now() - startedAt.getTime()).toBeLessThan(60_000);
  });

  describe('whose source gets other settings meanwhile', () => {
    const change = (id: number) =>
      spec.app.get(SourceRepository).update(db.workspaceId, id, { config: { url: `${site.url}?other` } });

    it('do not store where the former settings would go on, and are followed by another one at once', async () => {
      const { id } = await feed();
      site.answer = (_, response) =>
        void change(id).then(() => response.writeHead(200, { etag: '"1"' }).end(rss('a', 'b')));
      expect(await crawl(id)).toMatchObject({ status: 'done', imported: 0, errorCode: null });
      expect(await db.database.source.findFirstOrThrow()).toMatchObject({ cursor: {}, failures: 0 });
      site.answer = (_, response) => response.writeHead(200, { etag: '"2"' }).end(rss('c'));
      await tick();
      expect(await db.database.crawlRun.count({ where: { status: 'queued' } })).toBe(1);
    });

    it('leave the place of a backfill where the change put it', async () => {
      const { id } = await feed();
      const repository = spec.app.get(RunRepository);
      const { settingsGeneration } = await spec.app.get(SourceRepository).find(db.workspaceId, id);
      const period = { since: new Date('2026-05-01'), until: new Date('2026-05-11') };
      await db.database.backfill.create({
        data: { workspaceId: db.workspaceId, sourceId: id, status: 'running', cursor: { page: 3 }, ...period },
      });
      const run = await repository.open(db.workspaceId, { sourceId: id, trigger: 'backfill' });
      await change(id);
      const advance = () => db.database.backfill.updateMany({ data: { cursor: { page: 4 } } }).then(() => undefined);
      const batch = { rows: 0, rejected: 0, rejectedRows: [], comments: [], settingsGeneration, advance };
      await expect(repository.store(run, batch)).rejects.toThrow('settings of the source were changed');
      expect((await db.database.backfill.findFirstOrThrow()).cursor).toEqual({});
    });

    it('change settings and the place of a backfill together', async () => {
      const { id } = await feed();
      const period = { since: new Date('2026-05-01'), until: new Date('2026-05-11') };
      await db.database.backfill.create({
        data: { workspaceId: db.workspaceId, sourceId: id, status: 'running', cursor: { page: 3 }, ...period },
      });
      await db.database.$executeRaw`ALTER TABLE backfill ADD CONSTRAINT full_disk CHECK (cursor <> '{}')`;
      await expect(change(id)).rejects.toThrow();
      await db.database.$executeRaw`ALTER TABLE backfill DROP CONSTRAINT full_disk`;
      expect(await db.database.source.findFirstOrThrow()).toMatchObject({ settingsGeneration: 0 });
      expect((await db.database.source.findFirstOrThrow()).config).toEqual({ url: site.url });
    });
  });
});
