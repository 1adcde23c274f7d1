import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { RunPruning } from './run-pruning.repository';

describe('old deliveries', () => {
  let db: TestDatabase;
  let hook: number;
  beforeAll(async () => {
    db = await createTestDatabase();
    hook = (await db.database.source.create({ data: { workspaceId: db.workspaceId, kind: 'webhook', name: 'Hook' } }))
      .id;
  });
  afterAll(() => db.close());
  beforeEach(() => db.database.crawlRun.deleteMany());

  const runs = (count: number, data: { status?: string; trigger?: string; days?: number; sourceId?: number } = {}) => {
    const { status = 'done', trigger = 'hook', days = 0, sourceId = hook } = data;
    const startedAt = new Date(Date.now() - days * 86_400_000);
    return db.database.crawlRun.createMany({
      data: Array.from({ length: count }, () => ({
        workspaceId: db.workspaceId,
        sourceId,
        trigger,
        status,
        startedAt,
      })),
    });
  };
  const prune = (deliveries = 100) => new RunPruning(db.database).prune(undefined, { days: 30, deliveries, slice: 3 });
  const left = () => db.database.crawlRun.count();

  it('go after a month, slice by slice', async () => {
    await runs(8, { days: 31 });
    await runs(2, { days: 29 });
    expect(await prune()).toBe(8);
    expect(await left()).toBe(2);
  });

  it('go sooner where there are very many, the oldest first', async () => {
    await runs(4, { days: 2 });
    await runs(5, { days: 1 });
    expect(await prune(5)).toBe(4);
    expect(await db.database.crawlRun.count({ where: { startedAt: { gt: new Date(Date.now() - 90_000_000) } } })).toBe(
      5,
    );
  });

  it('stay while they are at work, as do runs that were no deliveries and those of other sources', async () => {
    const { sourceId } = await db.source('Forum');
    await db.database.crawlRun.deleteMany();
    await runs(1, { days: 31, status: 'running' });
    await runs(1, { days: 31, trigger: 'import' });
    await runs(1, { days: 31, sourceId });
    expect(await prune(0)).toBe(0);
    expect(await left()).toBe(3);
  });
});
