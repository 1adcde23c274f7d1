import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { RetentionCountQuery } from './retention-count.query';

const DAY_MS = 86_400_000;

describe('what retention is about', () => {
  let test: TestDatabase;
  const now = new Date('2026-06-01T00:00:00Z');
  const before = new Date(now.getTime() - 100 * DAY_MS);

  beforeAll(async () => {
    test = await createTestDatabase();
    const { database, workspaceId } = test;
    const { sourceId, runId } = await test.source();
    await database.$executeRaw`
      INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at, fetched_at, erased_at)
      SELECT ${workspaceId}, ${sourceId}, ${runId}, n::text, 'text', n::text, 'en', now(), ${now}::timestamptz - n * interval '1 day',
        CASE WHEN n > 380 THEN now() END
      FROM generate_series(1, 400) n`;
    // The 20 oldest that still have their text wait for a label.
    await database.$executeRaw`
      INSERT INTO label_task (workspace_id, comment_id, published_at)
      SELECT workspace_id, id, published_at FROM comment WHERE fetched_at BETWEEN ${now}::timestamptz - interval '380 days' AND ${now}::timestamptz - interval '361 days'`;
    await database.$executeRaw`ANALYZE comment, label_task`;
  });
  afterAll(() => test.close());

  it('is counted exactly where there are few', async () => {
    expect(await new RetentionCountQuery(test.database).count(test.workspaceId, before)).toEqual({
      comments: 260,
      oldest: new Date(now.getTime() - 360 * DAY_MS),
      waiting: 20,
      kept: 100,
      erased: 20,
      estimated: false,
    });
  });

  it('is estimated where there are many, and never as less than was counted', async () => {
    const { comments, oldest, kept, estimated } = await new RetentionCountQuery(test.database, 50).count(
      test.workspaceId,
      before,
    );
    expect({ oldest, estimated }).toEqual({ oldest: new Date(now.getTime() - 360 * DAY_MS), estimated: true });
    expect(comments).toBeGreaterThan(200);
    expect(comments).toBeLessThan(320);
    expect(kept).toBeGreaterThanOrEqual(50);
    expect(kept).toBeLessThan(150);
  });

  it('is nothing where nothing is old enough', async () => {
    expect(await new RetentionCountQuery(test.database).count(test.workspaceId, new Date(0))).toMatchObject({
      comments: 0,
      oldest: null,
    });
  });
});
