import { CommentIntake } from '@moodline/comments/api';
import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import {
  sourceState,
  type Run,
  type RunPage,
  type SchedulePreview,
  type Source,
  type UndoneRun,
} from '@moodline/sources/contract';
import { CrawlRepository } from './crawl.repository';
import { CrawlScheduler } from './crawl-scheduler';
import { MAX_FAILURES } from './run-failures';
import { RunRepository } from './runs.repository';
import { SourceCrawler } from './source-crawler';
import { SpecApp, SpecSite } from '../spec/spec-app';

const rss = (...ids: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Forum</title>${ids.map((id) => `<item><guid>${id}</guid><title>Item ${id}</title><pubDate>Sun, 03 May 2026 08:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`;
const NEVER = new AbortController().signal;

describe('sources on a schedule', () => {
  let db: TestDatabase;
  let spec: SpecApp;
  let site: SpecSite;

  beforeAll(async () => {
    db = await createTestDatabase();
    site = await new SpecSite().start();
    spec = await SpecApp.start(DatabaseModule.forRoot(db.url), db.workspaceId, 'api,worker');
  });

  afterAll(async () => {
    await spec?.close();
    await site?.close();
    await db?.close();
  });

  beforeEach(async () => {
    await db.database.comment.deleteMany();
    await db.database.crawlRun.deleteMany();
    await db.database.source.deleteMany();
  });

  const source = async (id: number) =>
    (await spec.request<Source[]>('GET', '/sources')).body.find((one) => one.id === id);
  const nextEnd = () => spec.event((event) => event.type === 'run' && ['done', 'failed'].includes(event.data.status));
  const feed = (data: object = {}) =>
    db.database.source.create({
      data: {
        workspaceId: db.workspaceId,
        kind: 'feed',
        name: 'Feed',
        schedule: 'hourly',
        config: { url: site.url },
        nextRunAt: new Date(0),
        ...data,
      },
    });

  /** Opens a run and works on it right here, without the queue. */
  async function crawl(id: number, signal = NEVER): Promise<Run> {
    const run = await spec.app.get(CrawlRepository).begin({ workspaceId: db.workspaceId, id }, 'schedule', new Date());
    if (!run) throw new Error('The source is being read already');
    await spec.app.get(SourceCrawler).crawl(run, signal);
    return spec.app.get(RunRepository).find(db.workspaceId, run.runId);
  }

  it('are read for the first time when they are added, by a worker', async () => {
    site.answer = (_, response) => response.writeHead(200, { etag: '"1"' }).end(rss('a', 'b'));
    const ended = nextEnd();
    const { status, body } = await spec.request<Source>('POST', '/sources', {
      kind: 'feed',
      name: 'Forum',
      config: { url: site.url },
      schedule: 'daily',
    });
    expect([status, body.url]).toEqual([201, site.url]);
    expect(body.lastRun?.status).toMatch(/queued|running/u);
    expect(await ended).toMatchObject({ data: { status: 'done', rows: 2, imported: 2, duplicates: 0, share: null } });
    expect(await source(body.id)).toMatchObject({
      comments: 2,
      paused: false,
      lastRun: { trigger: 'schedule', notModified: false },
    });
    expect(
      await spec.request('POST', '/sources', { kind: 'feed', name: 'Forum', config: { url: site.url } }),
    ).toMatchObject({ status: 409, body: { code: 'source-name-taken' } });
  });

  it('are asked for what is new only: cursor, duplicates, nothing changed', async () => {
    const { id } = await feed();
    site.answer = (_, response) => response.writeHead(200, { etag: '"1"' }).end(rss('a', 'b'));
    expect(await crawl(id)).toMatchObject({ status: 'done', rows: 2, imported: 2 });
    site.answer = (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 500).end();
    expect(await crawl(id)).toMatchObject({ status: 'done', rows: 0, notModified: true });
    site.answer = (_, response) => response.writeHead(200, { etag: '"2"' }).end(rss('a', 'b', 'c'));
    expect(await crawl(id)).toMatchObject({ rows: 3, imported: 1, duplicates: 2 });
    expect((await db.database.source.findFirstOrThrow()).cursor).toMatchObject({ etag: '"2"' });
  });

  it('keep their cursor when the page cannot be stored', async () => {
    const { id } = await feed();
    site.answer = (_, response) => response.writeHead(200, { etag: '"1"' }).end(rss('a'));
    const store = jest.spyOn(spec.app.get(CommentIntake), 'store').mockRejectedValueOnce(new Error('disk full'));
    expect(await crawl(id)).toMatchObject({ status: 'failed', errorCode: 'internal', imported: 0 });
    store.mockRestore();
    expect((await db.database.source.findFirstOrThrow()).cursor).toEqual({});
    expect(await crawl(id)).toMatchObject({ status: 'done', imported: 1 });
  });

  it('that are due are started once, and catch up with one run however many were missed', async () => {
    const { id } = await feed();
    await feed({ name: 'Paused', paused: true });
    await feed({ name: 'Later', nextRunAt: new Date(Date.now() + 60_000) });
    site.answer = (_, response) => response.end(rss('a'));
    const ended = nextEnd();
    await Promise.all([spec.app.get(CrawlScheduler).tick(), spec.app.get(CrawlScheduler).tick()]);
    expect(await ended).toMatchObject({ data: { sourceId: id, status: 'done' } });
    await spec.app.get(CrawlScheduler).tick();
    expect(await db.database.crawlRun.findMany({ select: { sourceId: true, trigger: true } })).toEqual([
      { sourceId: id, trigger: 'schedule' },
    ]);
    const { nextRunAt } = await db.database.source.findFirstOrThrow({ where: { id } });
    expect(Math.abs((nextRunAt?.getTime() ?? 0) - Date.now() - 3_600_000)).toBeLessThan(200_000);
  });

  it('can be read on demand, once at a time', async () => {
    const { id } = await feed({ paused: true });
    let answer: (() => void) | undefined;
    site.answer = (_, response) => (answer = () => response.end(rss('a')));
    const ended = nextEnd();
    const first = await spec.request<Run>('POST', `/sources/${id}/runs`);
    expect([first.status, first.body.trigger]).toEqual([202, 'manual']);
    expect(first.body.status).toMatch(/queued|running/u);
    expect(await spec.request('POST', `/sources/${id}/runs`)).toMatchObject({
      status: 409,
      body: { code: 'already-running' },
    });
    site.answer = (_, response) => response.end(rss('a'));
    answer?.();
    expect(await ended).toMatchObject({ data: { status: 'done', imported: 1 } });
    expect((await spec.request<RunPage>('GET', `/sources/${id}/runs`)).body).toMatchObject({
      items: [{ id: first.body.id, status: 'done' }],
      nextCursor: null,
    });
    const file = await db.database.source.create({ data: { workspaceId: db.workspaceId, kind: 'file', name: 'File' } });
    expect(await spec.request('POST', `/sources/${file.id}/runs`)).toMatchObject({
      status: 409,
      body: { code: 'not-readable' },
    });
  });

  it('are paused after five failures in a row, with the reason, until somebody goes on', async () => {
    const { id } = await feed();
    site.answer = (_, response) => response.writeHead(404).end();
    for (let failures = 1; failures < MAX_FAILURES; failures++)
      expect(await crawl(id)).toMatchObject({ status: 'failed', errorCode: 'source-not-found' });
    expect(await source(id)).toMatchObject({ paused: false });
    await crawl(id);
    expect(await source(id)).toMatchObject({
      paused: true,
      pausedReason: expect.stringContaining('(404)'),
      nextRunAt: null,
    });
    expect((await spec.request<Source>('PATCH', `/sources/${id}`, { paused: false })).body).toMatchObject({
      paused: false,
      pausedReason: null,
      nextRunAt: expect.any(String),
    });
    expect(await db.database.source.findFirstOrThrow({ where: { id } })).toMatchObject({ failures: 0 });
  });

  it('wait longer with each failure in a row, and say how often it was', async () => {
    const { id } = await feed();
    site.answer = (_, response) => response.writeHead(404).end();
    const hours = async () => Math.round((Date.parse((await source(id))?.nextRunAt ?? '') - Date.now()) / 3_600_000);
    for (const expected of [1, 2, 4]) {
      await crawl(id);
      expect(await hours()).toBe(expected);
    }
    expect(await source(id)).toMatchObject({
      failures: 3,
      paused: false,
      nextRuns: [expect.any(String), expect.any(String), expect.any(String)],
    });
    site.answer = (_, response) => response.end(rss('a'));
    await crawl(id);
    expect([await hours(), (await source(id))?.failures]).toEqual([1, 0]);
  });

  it('that are blocked say so and are paused after the second time', async () => {
    const { id } = await feed();
    site.answer = (_, response) => response.writeHead(403).end();
    await crawl(id);
    expect(await source(id)).toMatchObject({ paused: false, failures: 1 });
    await crawl(id);
    const blocked = await source(id);
    expect(blocked).toMatchObject({
      paused: true,
      pausedCode: 'source-blocked',
      pausedReason: expect.stringContaining('blocks Moodline'),
      nextRuns: [],
    });
    expect(blocked && sourceState(blocked)).toBe('blocked');
    const resumed = (await spec.request<Source>('PATCH', `/sources/${id}`, { paused: false })).body;
    expect([
      resumed.pausedCode,
      resumed.pausedReason,
      resumed.failures,
      sourceState({ ...resumed, lastRun: null }),
    ]).toEqual([null, null, 0, 'scheduled']);
  });

  it('take presets and cron expressions in the zone of the workspace, and tell the next three runs', async () => {
    const preview = (schedule: string) =>
      spec.request<SchedulePreview>('POST', '/sources/schedule/preview', { schedule });
    const { body } = await preview('30 7 * * *');
    expect(body.timeZone).toBe('Asia/Shanghai');
    expect(body.nextRuns.map((time) => time.slice(11, 16))).toEqual(['23:30', '23:30', '23:30']);
    expect(await preview('* * * * *')).toMatchObject({ status: 400, body: { code: 'schedule-too-often' } });
    expect(await preview('every noon')).toMatchObject({ status: 400, body: { code: 'schedule-unreadable' } });
    const { id } = await feed();
    const changed = (await spec.request<Source>('PATCH', `/sources/${id}`, { schedule: '30 7 * * *' })).body;
    expect([changed.schedule, changed.nextRuns[0], changed.nextRuns.length]).toEqual([
      '30 7 * * *',
      changed.nextRunAt,
      3,
    ]);
    expect(changed.nextRuns.slice(1)).toEqual(body.nextRuns.slice(1));
    expect(await spec.request('PATCH', `/sources/${id}`, { schedule: '0 0 31 2 *' })).toMatchObject({
      status: 400,
      body: { code: 'schedule-never' },
    });
  });

  it('have a history that is read page by page while it grows', async () => {
    const { id } = await feed();
    const old = { workspaceId: db.workspaceId, sourceId: id, trigger: 'schedule', status: 'done' };
    await db.database.crawlRun.createMany({ data: Array.from({ length: 5 }, () => old) });
    const page = async (query: string) =>
      (await spec.request<RunPage>('GET', `/sources/${id}/runs?limit=2${query}`)).body;
    const first = await page('');
    await db.database.crawlRun.create({ data: old });
    const second = await page(`&cursor=${first.nextCursor}`);
    const third = await page(`&cursor=${second.nextCursor}`);
    const ids = [first, second, third].flatMap(({ items }) => items.map((run) => run.id));
    expect([ids.length, new Set(ids).size, third.nextCursor]).toEqual([5, 5, null]);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(await spec.request('GET', `/sources/${id}/runs?cursor=x`)).toMatchObject({
      status: 400,
      body: { code: 'invalid-input' },
    });
  });

  it('give back what one run brought, and say that it may come again', async () => {
    const { id } = await feed();
    site.answer = (_, response) => response.end(rss('a', 'b'));
    await crawl(id);
    site.answer = (_, response) => response.end(rss('a', 'b', 'c'));
    const second = await crawl(id);
    const removed: number[] = [];
    spec.app.get(CommentIntake).onRemoving(async (_transaction, _workspaceId, ids) => void removed.push(...ids));
    const c = await db.database.comment.findFirstOrThrow({ where: { runId: second.id } });
    const over = spec.event((event) => event.type === 'run' && event.data.status === 'undone');
    const { status, body } = await spec.request<UndoneRun>('DELETE', `/runs/${second.id}`);
    expect([status, body.mayComeAgain, body.imported]).toEqual([200, true, 1]);
    await over;
    expect(removed).toEqual([Number(c.id)]);
    expect(
      (await db.database.comment.findMany({ orderBy: { id: 'asc' } })).map(({ externalId }) => externalId),
    ).toEqual(['a', 'b']);
    expect(await crawl(id)).toMatchObject({ imported: 1, duplicates: 2 });
    const open = await db.database.crawlRun.create({
      data: { workspaceId: db.workspaceId, sourceId: id, trigger: 'schedule', status: 'running' },
    });
    expect(await spec.request('DELETE', `/runs/${open.id}`)).toMatchObject({
      status: 409,
      body: { code: 'already-running' },
    });
  });

  it('that ask for patience are read later', async () => {
    const { id } = await feed();
    site.answer = (_, response) => response.writeHead(429, { 'retry-after': '36000' }).end();
    expect(await crawl(id)).toMatchObject({ errorCode: 'source-rate-limited' });
    expect(Date.parse((await source(id))?.nextRunAt ?? '') - Date.now()).toBeGreaterThan(35_000_000);
  });

  it('are due again when their run was cut off; runs that give signs of life are left alone', async () => {
    const { id } = await feed({ nextRunAt: new Date(Date.now() + 3_600_000) });
    const old = {
      workspaceId: db.workspaceId,
      sourceId: id,
      status: 'running',
      leaseUntil: new Date(Date.now() - 1_000),
    };
    const cut = await db.database.crawlRun.create({ data: { ...old, trigger: 'schedule' } });
    const cutImport = await db.database.crawlRun.create({ data: { ...old, trigger: 'import' } });
    const alive = await db.database.crawlRun.create({
      data: { ...old, trigger: 'import', leaseUntil: new Date(Date.now() + 60_000) },
    });
    await spec.app.get(CrawlScheduler).tick();
    const states = await db.database.crawlRun.findMany({
      where: { id: { in: [cut.id, cutImport.id, alive.id] } },
      orderBy: { id: 'asc' },
      select: { status: true, errorCode: true },
    });
    expect(states).toEqual([
      { status: 'failed', errorCode: 'cut-off' },
      { status: 'failed', errorCode: 'import-cut-off' },
      { status: 'running', errorCode: null },
    ]);
    expect(await db.database.source.findFirstOrThrow({ where: { id } })).toMatchObject({ failures: 1 });
    expect(Date.parse((await source(id))?.nextRunAt ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it.each([
    [2, 'at once'],
    [3, 'with the next time of their schedule'],
  ])('that were cut off %i times before are read again %s', async (failures, when) => {
    const { id } = await feed({ failures, nextRunAt: new Date(Date.now() + 3_600_000) });
    const run = { workspaceId: db.workspaceId, sourceId: id, status: 'running', trigger: 'schedule' };
    await db.database.crawlRun.create({ data: { ...run, leaseUntil: new Date(Date.now() - 1_000) } });
    await spec.app.get(CrawlScheduler).tick();
    const isDue = Date.parse((await source(id))?.nextRunAt ?? '') <= Date.now();
    expect(isDue).toBe(when === 'at once');
  });

  it('are caught up with when Moodline is stopped in the middle of a run, which is nobody’s failure', async () => {
    const { id } = await feed();
    const stop = new AbortController();
    site.answer = () => stop.abort(new Error('stopping'));
    expect(await crawl(id, stop.signal)).toMatchObject({ status: 'failed', errorCode: 'cut-off' });
    const after = await db.database.source.findFirstOrThrow({ where: { id } });
    expect(after.failures).toBe(0);
    expect(after.nextRunAt?.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('are removed with everything of theirs, also in the middle of a run', async () => {
    const { id } = await feed();
    site.answer = (_, response) => response.end(rss('a', 'b'));
    await crawl(id);
    const run = await spec.app.get(CrawlRepository).begin({ workspaceId: db.workspaceId, id }, 'schedule', new Date());
    const gone = spec.event(({ type, data }) => type === 'data-changed' && data.reason === 'source-removed');
    expect((await spec.request('DELETE', `/sources/${id}?now=true`)).status).toBe(204);
    await gone;
    if (run) await spec.app.get(SourceCrawler).crawl(run, NEVER);
    expect([
      await db.database.source.count(),
      await db.database.crawlRun.count(),
      await db.database.comment.count(),
    ]).toEqual([0, 0, 0]);
    expect((await spec.request('DELETE', `/sources/${id}`)).status).toBe(404);
  });

  it('can be renamed and rescheduled, but files have no schedule', async () => {
    const { id } = await feed();
    expect(
      (await spec.request<Source>('PATCH', `/sources/${id}`, { name: 'New name', schedule: 'daily' })).body,
    ).toMatchObject({ name: 'New name', schedule: 'daily' });
    expect((await spec.request<Source>('PATCH', `/sources/${id}`, { paused: true })).body).toMatchObject({
      paused: true,
      nextRunAt: null,
    });
    const file = await db.database.source.create({ data: { workspaceId: db.workspaceId, kind: 'file', name: 'File' } });
    expect(await spec.request('PATCH', `/sources/${file.id}`, { schedule: 'daily' })).toMatchObject({
      status: 409,
      body: { code: 'not-readable' },
    });
    expect(await spec.request('PATCH', `/sources/${file.id}`, { name: 'New name' })).toMatchObject({
      status: 409,
      body: { code: 'source-name-taken' },
    });
    expect(await spec.request('PATCH', '/sources/999999', { name: 'x' })).toMatchObject({ status: 404 });
  });

  it('can be checked before they are added; private addresses are refused', async () => {
    site.answer = (_, response) => response.end(rss('a'));
    expect(await spec.request('POST', '/sources/check', { kind: 'feed', config: { url: site.url } })).toMatchObject({
      status: 200,
      body: { title: 'Forum', items: 1 },
    });
    expect(
      await spec.request('POST', '/sources/check', { kind: 'feed', config: { url: 'http://127.0.0.2/feed' } }),
    ).toMatchObject({ status: 422, body: { code: 'address-refused' } });
    expect(
      await spec.request('POST', '/sources/check', { kind: 'feed', config: { url: 'file:///etc/passwd' } }),
    ).toMatchObject({ status: 400, body: { code: 'invalid-input' } });
    expect(await db.database.source.count()).toBe(0);
  });
});
