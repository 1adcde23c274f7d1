import { Prisma } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { bucketRows } from './bucket-rows.query';

interface Counts {
  readonly slot: number;
  readonly positive: number;
  readonly unsure: number;
}

describe('counts per day', () => {
  let test: TestDatabase;
  beforeAll(async () => (test = await createTestDatabase('Asia/Kolkata')));
  afterAll(() => test.close());

  const period = { from: new Date('2026-03-01T18:30:00Z'), to: new Date('2026-03-20T18:30:00Z') };
  const starts = [period.from, new Date('2026-03-05T18:30:00Z'), new Date('2026-03-06T18:30:00Z')];

  /** By the hours alone, and with whole days. */
  async function both(source?: string[]): Promise<[Counts[], Counts[]]> {
    const { database, workspaceId } = test;
    const byHours = await database.$queryRaw<Counts[]>`
      SELECT width_bucket(hour, ${starts.map((start) => start.toISOString())}::timestamptz[]) - 1 AS slot,
        sum(positive)::int AS positive, sum(unsure)::int AS unsure
      FROM mood_bucket
      WHERE workspace_id = ${workspaceId} AND monitor_id = 0 AND hour >= ${period.from} AND hour < ${period.to}
        AND (${source === undefined} OR source_id = 2) GROUP BY 1 ORDER BY 1`;
    const pick = { monitors: Prisma.sql`b.monitor_id = 0`, columns: ['positive', 'unsure'] as const };
    const byDays = await database.$queryRaw<Counts[]>`
      SELECT b.slot, sum(b.positive)::int AS positive, sum(b.unsure)::int AS unsure
      FROM ${bucketRows({ workspaceId, ...period, source }, starts, pick)} GROUP BY 1 ORDER BY 1`;
    return [byHours, byDays];
  }

  it('follow whatever is written into the buckets, in zones of half hours, too', async () => {
    const { database, workspaceId } = test;
    await database.source.createMany({ data: ['A', 'B'].map((name) => ({ workspaceId, kind: 'file', name })) });
    const write = (sign: number) => database.$executeRaw`
      INSERT INTO mood_bucket AS b (workspace_id, hour, source_id, language, positive, unsure)
      SELECT ${workspaceId}, '2026-02-25T18:30:00Z'::timestamptz + n * interval '1 hour', 1 + n % 2, 'zh', ${sign}::int * (n % 7), n % 3 FROM generate_series(0, 900) n
      ON CONFLICT (workspace_id, monitor_id, hour, source_id, language) DO UPDATE SET positive = b.positive + excluded.positive`;
    for (const change of [
      () => write(1),
      () => write(2),
      () => write(-1),
      () => database.$executeRaw`DELETE FROM mood_bucket WHERE hour BETWEEN '2026-03-03' AND '2026-03-04'`,
      () => database.$executeRaw`UPDATE mood_bucket SET unsure = unsure + 1 WHERE source_id = 2`,
    ]) {
      await change();
      const [byHours, byDays] = await both();
      expect(byDays).toEqual(byHours);
      expect(byDays).toHaveLength(3);
      const [hoursOfOne, daysOfOne] = await both(['B']);
      expect(daysOfOne).toEqual(hoursOfOne);
    }
  });

  it('grow a generation with each change', async () => {
    const { database, workspaceId } = test;
    const generation = async () =>
      (await database.moodDay.aggregate({ where: { workspaceId }, _sum: { generation: true } }))._sum.generation;
    const before = await generation();
    await database.$executeRaw`UPDATE mood_bucket SET positive = positive + 1 WHERE hour = '2026-03-08T18:30:00Z'`;
    await database.$executeRaw`UPDATE mood_bucket SET positive = positive - 1 WHERE hour = '2026-03-08T18:30:00Z'`;
    expect(Number(await generation()) - Number(before)).toBe(2);
  });
});
