import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { Run, Source } from '@moodline/sources/contract';
import { CrawlRepository } from '../runs/crawl.repository';
import { SpecApp } from '../spec/spec-app';
import { SourceGoneError } from '../sources.errors';
import { RemovalRepository } from './removal.repository';
import { SourceRemoval } from './source-removal';

const FILE = 'id,date,text\n1,2026-05-01 10:00,the zip broke\n2,2026-05-02 11:00,the colour is fine\n';

describe('a source that is removed', () => {
  let db: TestDatabase;
  let spec: SpecApp;
  let id: number;

  beforeEach(async () => {
    db = await createTestDatabase();
    spec = await SpecApp.start(DatabaseModule.forRoot(db.url), db.workspaceId);
    await spec.request('POST', '/imports?name=Shop.csv', FILE);
    id = (await sources())[0]?.id ?? 0;
  });
  afterEach(async () => {
    await spec.close();
    await db.close();
  });

  const sources = async () => (await spec.request<Source[]>('GET', '/sources')).body;
  const setTime = (time: Date) => db.database.source.updateMany({ where: { id }, data: { removeAt: time } });
  const removed = () => spec.event(({ type, data }) => type === 'data-changed' && data.reason === 'source-removed');

  it('stays with its comments for ten minutes, and can be kept in them', async () => {
    const before = Date.now();
    expect((await spec.request('DELETE', `/sources/${id}`)).status).toBe(204);
    const [source] = await sources();
    expect(source).toMatchObject({ id, comments: 2 });
    const leaves = Date.parse(source?.removeAt ?? '');
    expect(leaves).toBeGreaterThanOrEqual(before + 9 * 60_000);
    expect(leaves).toBeLessThanOrEqual(Date.now() + 11 * 60_000);
    await spec.request('DELETE', `/sources/${id}`);
    expect((await sources())[0]?.removeAt).toBe(source?.removeAt);
    expect((await spec.request<Source>('POST', `/sources/${id}/keep`)).body).toMatchObject({ id, removeAt: null });
    expect(await db.database.comment.count()).toBe(2);
  });

  it('is brought nothing new meanwhile, and says so', async () => {
    const feed = await db.database.source.create({
      data: { workspaceId: db.workspaceId, kind: 'feed', name: 'Feed', schedule: 'hourly', nextRunAt: new Date(0) },
    });
    await spec.request('DELETE', `/sources/${feed.id}`);
    await spec.request('DELETE', `/sources/${id}`);
    const refused = { status: 409, body: { code: 'source-leaving' } };
    expect(await spec.request('POST', '/imports?name=Shop.csv', FILE)).toMatchObject(refused);
    expect(await spec.request('POST', '/imports?name=Shop.csv&dryRun=true', FILE)).toMatchObject(refused);
    expect(await spec.request<Run>('POST', `/sources/${feed.id}/runs`)).toMatchObject(refused);
    const crawls = spec.app.get(CrawlRepository);
    expect(await crawls.due(new Date())).toEqual([]);
    expect(await crawls.begin({ workspaceId: db.workspaceId, id: feed.id }, 'schedule', new Date())).toBeNull();
  });

  it('goes with everything of its own once its time has come, in the background', async () => {
    const gone = removed();
    await setTime(new Date(Date.now() - 1_000));
    await gone;
    expect([
      await db.database.source.count(),
      await db.database.crawlRun.count(),
      await db.database.comment.count(),
    ]).toEqual([0, 0, 0]);
    expect((await spec.request('POST', `/sources/${id}/keep`)).status).toBe(404);
  });

  it('goes at once where that is asked for, also after it was announced', async () => {
    await spec.request('DELETE', `/sources/${id}`);
    const gone = removed();
    expect((await spec.request('DELETE', `/sources/${id}?now=true`)).status).toBe(204);
    await gone;
    expect(await sources()).toEqual([]);
  });

  describe('kept by one at the moment when another removes it', () => {
    const place = () => ({ workspaceId: db.workspaceId, id });

    // What goes is decided here, not by the clock of the product.
    beforeEach(() => spec.app.get(SourceRemoval).onModuleDestroy());

    /** Until another connection to this database waits for a lock. */
    async function somebodyWaits(): Promise<void> {
      for (;;) {
        const [row] = await db.database.$queryRaw<{ waiting: number }[]>`
          SELECT count(*)::int AS waiting
          FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        if (row?.waiting) return;
      }
    }

    it('stays whole where keeping came first', async () => {
      await setTime(new Date(Date.now() - 1_000));
      let removing: Promise<void> = Promise.resolve();
      await db.database.$transaction(async (keeping) => {
        await keeping.source.updateMany({ where: { id }, data: { removeAt: null } });
        removing = spec.app.get(RemovalRepository).remove(place());
        await somebodyWaits();
      });
      await removing;
      expect([await db.database.source.count(), await db.database.comment.count()]).toEqual([1, 2]);
    });

    it('cannot be kept once its time has come while one waited', async () => {
      const time = new Date(Date.now() + 500);
      await setTime(time);
      let keeping: Promise<unknown> = Promise.resolve();
      await db.database.$transaction(async (removing) => {
        await removing.$queryRaw`SELECT id FROM source WHERE id = ${id} FOR UPDATE`;
        keeping = spec.app
          .get(RemovalRepository)
          .keep(db.workspaceId, id)
          .catch((error: unknown) => error);
        await somebodyWaits();
        const isOver = async () =>
          (await removing.$queryRaw<{ over: boolean }[]>`SELECT clock_timestamp() >= ${time} AS over`)[0]?.over;
        while (!(await isOver()));
      });
      expect(await keeping).toBeInstanceOf(SourceGoneError);
    });
  });
});
