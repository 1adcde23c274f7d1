import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { Backfill, RunPage, Source } from '@moodline/sources/contract';
import { readShare } from './backfill-view';
import { CrawlScheduler } from '../runs/crawl-scheduler';
import { SourceCrawler } from '../runs/source-crawler';
import { offerPagedKind, PAGES_COUNTS, startPagedSite, type PageStep } from '../spec/paged-site';
import { RemovalRepository } from '../sources/removal.repository';
import { SpecApp, type SpecSite } from '../spec/spec-app';

const NEVER = new AbortController().signal;
const LATER = new Date('2100-01-01');

describe('a backfill', () => {
  let db: TestDatabase;
  let spec: SpecApp;
  let site: SpecSite;
  let onStep: PageStep;
  let withdraw: () => void;

  beforeAll(async () => {
    withdraw = offerPagedKind((step, page) => onStep(step, page));
    db = await createTestDatabase();
    site = await startPagedSite();
    spec = await SpecApp.start(DatabaseModule.forRoot(db.url), db.workspaceId, 'api');
  });

  afterAll(async () => {
    withdraw();
    await spec?.close();
    await site?.close();
    await db?.close();
  });

  beforeEach(async () => {
    await db.database.comment.deleteMany();
    await db.database.crawlRun.deleteMany();
    await db.database.backfill.deleteMany();
    await db.database.source.deleteMany();
    onStep = async () => undefined;
    spec.app.get(SourceCrawler).backfillSlice.pages = 1;
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
        cursor: { page: 2 },
        ...data,
      },
    });
  const order = <Body = Backfill>(method: string, id: number, body?: object) =>
    spec.request<Body>(method, `/sources/${id}/backfill`, body);
  const source = async (id: number) =>
    (await spec.request<Source[]>('GET', '/sources')).body.find((one) => one.id === id);
  const tick = (now?: Date) => spec.app.get(CrawlScheduler).tick(now);

  /** Works on the run that is open, as a worker does. @returns what started it, null when none is open */
  async function workOnce(): Promise<string | null> {
    const run = await db.database.crawlRun.findFirst({ where: { status: 'queued' } });
    if (run)
      await spec.app
        .get(SourceCrawler)
        .crawl({ workspaceId: db.workspaceId, runId: run.id, sourceId: run.sourceId }, NEVER);
    return run?.trigger ?? null;
  }

  it('goes on slice by slice, each a run, shows how far it is, and leaves the cursor of the source alone', async () => {
    const { id } = await paged();
    const { status, body } = await order('POST', id, { days: 250 });
    expect([status, body.status, body.share, body.rows]).toEqual([202, 'running', null, 0]);
    expect(Date.parse(body.until) - Date.parse(body.since)).toBe(250 * 86_400_000);
    await db.database.backfill.updateMany({ data: { since: new Date('2026-05-01'), until: new Date('2026-05-11') } });
    const shares: (number | null | undefined)[] = [];
    spec.app.get(SourceCrawler).backfillSlice.pages = 2;
    for (let slice = 0; slice < 2; slice++) {
      expect(await workOnce()).toBe('backfill');
      shares.push((await source(id))?.backfill?.share);
      await tick();
    }
    expect(shares.map((share) => Math.round((share ?? 0) * 10))).toEqual([5, 10]);
    expect(await workOnce()).toBeNull();
    expect((await source(id))?.backfill).toMatchObject({
      status: 'done',
      share: 1,
      imported: PAGES_COUNTS.imported,
      finishedAt: expect.any(String),
    });
    expect(
      (await spec.request<RunPage>('GET', `/sources/${id}/runs`)).body.items.map(({ trigger }) => trigger),
    ).toEqual(['backfill', 'backfill']);
    expect(await db.database.source.findFirstOrThrow()).toMatchObject({ cursor: { page: 2 }, nextRunAt: LATER });
  });

  it('asks for as many days as it was told', async () => {
    const { id } = await paged();
    let since = '';
    const answer = site.answer;
    site.answer = (request, response) => {
      since = new URL(request.url ?? '', site.url).searchParams.get('since') ?? '';
      answer(request, response);
    };
    const { body } = await order('POST', id, { days: 90 });
    await workOnce();
    expect(since).toBe(body.since);
    site.answer = answer;
  });

  it('is paused in the middle of a slice, and goes on where it was', async () => {
    const { id } = await paged();
    spec.app.get(SourceCrawler).backfillSlice.pages = 100;
    onStep = async (step, page) => {
      if (step === 'received' && page === 1)
        expect((await order('PATCH', id, { paused: true })).body.status).toBe('paused');
    };
    await order('POST', id, { days: 90 });
    await workOnce();
    expect(await db.database.backfill.findFirstOrThrow()).toMatchObject({
      status: 'paused',
      cursor: { page: 1 },
      imported: 2,
    });
    expect(await db.database.crawlRun.findFirstOrThrow()).toMatchObject({
      status: 'done',
      imported: 2,
      errorCode: null,
    });
    await tick();
    expect(await workOnce()).toBeNull();
    onStep = async (_, page) => expect(page).not.toBe(0);
    expect((await order('PATCH', id, { paused: false })).body.status).toBe('running');
    await workOnce();
    expect((await source(id))?.backfill).toMatchObject({ status: 'done', imported: PAGES_COUNTS.imported });
  });

  it('can be cancelled, which keeps what it brought, and then begun anew', async () => {
    const { id } = await paged();
    await order('POST', id, { days: 90 });
    await workOnce();
    expect(await order('POST', id, { days: 90 })).toMatchObject({ status: 409, body: { code: 'backfill-running' } });
    expect((await order('DELETE', id)).body).toMatchObject({
      status: 'cancelled',
      imported: 2,
      finishedAt: expect.any(String),
    });
    expect(await db.database.comment.count()).toBe(2);
    expect(await order('DELETE', id)).toMatchObject({ status: 409, body: { code: 'no-open-backfill' } });
    expect((await order('POST', id, { days: 30 })).body).toMatchObject({ status: 'running', imported: 0 });
  });

  it('waits while its source is due, is being read, or is paused', async () => {
    const { id } = await paged();
    await order('POST', id, { days: 90 });
    await workOnce();
    await db.database.source.updateMany({ data: { nextRunAt: new Date(0) } });
    await tick();
    await tick();
    expect(await workOnce()).toBe('schedule');
    await db.database.source.updateMany({ data: { paused: true } });
    await tick();
    expect(await workOnce()).toBeNull();
    await db.database.source.updateMany({ data: { paused: false } });
    await tick();
    expect(await workOnce()).toBe('backfill');
  });

  it('takes two workers at most, so that others are left for what is new', async () => {
    for (const name of ['A', 'B', 'C', 'D']) await order('POST', (await paged({ name })).id, { days: 90 });
    await tick();
    expect(await db.database.crawlRun.count({ where: { status: 'queued', trigger: 'backfill' } })).toBe(2);
  });

  it('waits longer after each failure and pauses after five, without a failure of the source; a blocked one sooner', async () => {
    const { id } = await paged();
    const answer = site.answer;
    await order('POST', id, { days: 90 });
    site.answer = (_, response) => response.writeHead(404).end();
    await workOnce();
    const waits = Date.parse((await source(id))?.backfill?.waitsUntil ?? '') - Date.now();
    expect(waits).toBeGreaterThan(100_000);
    await tick();
    expect(await workOnce()).toBeNull();
    for (let failures = 2; failures <= 5; failures++) {
      await tick(new Date(Date.now() + 86_500_000));
      expect(await workOnce()).toBe('backfill');
    }
    expect(await source(id)).toMatchObject({
      failures: 0,
      paused: false,
      backfill: { status: 'paused', errorCode: 'source-not-found', errorMessage: expect.stringContaining('404') },
    });
    site.answer = (_, response) => response.writeHead(403).end();
    await order('PATCH', id, { paused: false });
    await workOnce();
    await tick(new Date(Date.now() + 86_500_000));
    await workOnce();
    expect((await source(id))?.backfill).toMatchObject({ status: 'paused', errorCode: 'source-blocked' });
    site.answer = answer;
    expect((await order('PATCH', id, { paused: false })).body).toMatchObject({
      status: 'running',
      errorCode: null,
      waitsUntil: null,
    });
  });

  it('is refused for kinds that know no dates, and goes with its source', async () => {
    const feed = await paged({ kind: 'feed', name: 'Feed' });
    expect(await order('POST', feed.id, { days: 90 })).toMatchObject({ status: 409, body: { code: 'no-backfill' } });
    expect(await order('POST', feed.id, { days: 0 })).toMatchObject({ status: 400 });
    expect(await order('PATCH', feed.id, { paused: true })).toMatchObject({
      status: 409,
      body: { code: 'no-open-backfill' },
    });
    expect(await order('POST', 999_999, { days: 9 })).toMatchObject({ status: 404 });
    const { id } = await paged();
    await order('POST', id, { days: 90 });
    await spec.app.get(RemovalRepository).announce(db.workspaceId, id, 0);
    await spec.app.get(RemovalRepository).remove({ workspaceId: db.workspaceId, id });
    expect(await db.database.backfill.count()).toBe(0);
  });

  it('begins anew when the settings of its source change', async () => {
    const { id } = await paged();
    await order('POST', id, { days: 90 });
    await workOnce();
    await spec.request('PATCH', `/sources/${id}`, { config: { url: `${site.url}?other` } });
    expect(await db.database.backfill.findFirstOrThrow()).toMatchObject({
      status: 'running',
      cursor: {},
      oldest: null,
    });
  });
});

describe('the share of a backfill', () => {
  const period = { since: '2026-05-01T00:00:00Z', until: '2026-05-11T00:00:00Z' };

  it('grows from whichever end the site begins at, and never beyond the period', () => {
    expect(readShare({ ...period, oldest: null, newest: null })).toBeNull();
    expect(readShare({ ...period, oldest: '2026-05-01T00:00:00Z', newest: '2026-05-03T00:00:00Z' })).toBeCloseTo(0.2);
    expect(readShare({ ...period, oldest: '2026-05-09T00:00:00Z', newest: '2026-05-11T00:00:00Z' })).toBeCloseTo(0.2);
    expect(readShare({ ...period, oldest: '2026-01-01T00:00:00Z', newest: '2027-01-01T00:00:00Z' })).toBe(1);
  });
});
