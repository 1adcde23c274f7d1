import { CommentRepository, FilterResolver, ThemeWordsQuery } from '@moodline/comments/api';
import type { ReviewItem } from '@moodline/sentiment/contract';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { ReviewQueue } from './review-queue.query';
import { Reviewer } from './reviewer';

const COUNT = 60;

describe('the review queue', () => {
  let test: TestDatabase;
  let reviewer: Reviewer;

  beforeAll(async () => {
    test = await createTestDatabase('UTC');
    const comments = new CommentRepository(test.database);
    const filters = new FilterResolver(comments, new ThemeWordsQuery(test.database));
    reviewer = new Reviewer(new ReviewQueue(test.database), comments, filters);
    await storeLabelled(
      test,
      Array.from({ length: COUNT }, (_, n) => ({
        // Every second text is nearly the one before it.
        text: n % 2 ? `delivery was late again number ${n - 1} x` : `delivery was late again number ${n}`,
        label: 'positive' as const,
        publishedAt: new Date(Date.UTC(2026, 0, 1 + n)),
      })),
    );
    await test.database.$executeRaw`
      UPDATE label SET positive = 0.5 + (comment_id % 8) * 3 / 64.0, neutral = 0.375 - (comment_id % 8) * 3 / 64.0, negative = 0.125`;
  });
  afterAll(() => test.close());

  const page = (query: Partial<Parameters<Reviewer['page']>[1]> = {}) =>
    reviewer.page({ workspaceId: test.workspaceId, userId: 1, role: 'owner', by: 'session' }, { limit: 20, ...query });

  it('draws every fourth comment, and says out of how many', async () => {
    const { items, left } = await page();
    expect(left).toBe(COUNT);
    expect(items).toHaveLength(20);
    const drawn = items.filter(({ asked }) => asked.way === 'drawn');
    expect(items.map(({ asked }) => asked.way).slice(0, 4)).toEqual(['telling', 'telling', 'telling', 'drawn']);
    expect(drawn.map(({ asked }) => asked)).toEqual(
      Array.from({ length: 5 }, () => ({ way: 'drawn', of: COUNT, from: null, to: null })),
    );
    const short = await page({ from: '2026-02-01', to: '2026-02-10' });
    expect(short.items.find(({ asked }) => asked.way === 'drawn')?.asked).toEqual({
      way: 'drawn',
      of: 10,
      from: '2026-02-01T00:00:00.000Z',
      to: '2026-02-11T00:00:00.000Z',
    });
  });

  it('draws none out of a part that a filter names', async () => {
    const { items } = await page({ q: 'delivery' });
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ asked }) => asked.way === 'telling')).toBe(true);
  });

  it('comes to every comment, page by page', async () => {
    const seen = new Map<number, ReviewItem>();
    let cursor: string | undefined;
    let pages = 0;
    do {
      const { items, nextCursor } = await page({ cursor });
      for (const item of items) seen.set(item.id, item);
      cursor = nextCursor ?? undefined;
      pages++;
    } while (cursor && pages < 30);
    expect(cursor).toBeUndefined();
    expect(seen.size).toBe(COUNT);
  });
});
