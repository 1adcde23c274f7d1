import type { ResolvedFilter } from '@moodline/comments/api';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import type { DrawnPlace, ReviewPlace } from './review-cursor';
import { ReviewQueue } from './review-queue.query';

describe('the queue of what is to be reviewed', () => {
  let test: TestDatabase;
  let queue: ReviewQueue;
  let ids: number[];

  beforeAll(async () => {
    test = await createTestDatabase('UTC');
    queue = new ReviewQueue(test.database);
    ids = (
      await storeLabelled(
        test,
        Array.from({ length: 40 }, (_, n) => ({
          text: `text ${n}`,
          label: 'positive' as const,
          publishedAt: new Date(Date.UTC(2026, 0, 1 + n)),
          engagement: (n * 7) % 11,
        })),
      )
    ).map(Number);
    await test.database.$executeRaw`
      UPDATE label SET positive = 0.5 + (comment_id % 8) * 3 / 64.0, neutral = 0.375 - (comment_id % 8) * 3 / 64.0, negative = 0.125`;
  });
  afterAll(() => test.close());

  const everything = () => ({ workspaceId: test.workspaceId, timeZone: 'UTC', from: null, to: null });

  /** What the score says, worked out from the labels. */
  async function expected(): Promise<number[]> {
    const rows = await test.database.$queryRaw<{ id: bigint }[]>`
      SELECT c.id FROM comment c JOIN label l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id
      WHERE NOT EXISTS (SELECT FROM human_label h WHERE h.comment_id = c.id)
      ORDER BY round(((1 - (l.positive - greatest(l.neutral, l.negative))) * ln(2.0::float8 + c.engagement) / ln(2.0::float8))::numeric, 6) DESC, c.id DESC`;
    return rows.map(({ id }) => Number(id));
  }

  async function all(): Promise<number[]> {
    const found: number[] = [];
    let after: ReviewPlace | null = null;
    do {
      const page: ReviewPlace[] = await queue.telling(everything(), after, 7);
      found.push(...page.map(({ id }) => Number(id)));
      after = page.length === 7 ? (page.at(-1) ?? null) : null;
    } while (after);
    return found;
  }

  it('begins with the least certain of the loudest, page by page', async () => {
    expect(await all()).toEqual(await expected());
    expect(await queue.left(everything())).toBe(40);
  });

  it('leaves out what a person judges, and takes it back', async () => {
    const human = { workspaceId: test.workspaceId, commentId: ids[3] as number };
    await test.database.humanLabel.create({ data: { ...human, label: 'negative', userId: 1 } });
    expect(await all()).not.toContain(ids[3]);
    expect(await queue.left(everything())).toBe(39);
    await test.database.humanLabel.deleteMany({ where: human });
    expect(await all()).toEqual(await expected());
  });

  it('follows the engagement of a comment', async () => {
    await test.database.$executeRaw`UPDATE comment SET engagement = 100000 WHERE id = ${ids[39]}`;
    expect((await all())[0]).toBe(ids[39]);
    expect(await all()).toEqual(await expected());
  });

  it('narrows by the filter', async () => {
    const from = new Date('2026-01-31T00:00:00Z');
    expect(await queue.left({ ...everything(), from })).toBe(10);
    expect(await queue.telling({ ...everything(), from }, null, 50)).toHaveLength(10);
  });

  describe('drawn', () => {
    /** All in the order of drawing, page by page. */
    async function drawn(filter: ResolvedFilter = everything()): Promise<number[]> {
      const found: number[] = [];
      let after: DrawnPlace | null = null;
      do {
        const page: Awaited<ReturnType<ReviewQueue['drawn']>> = await queue.drawn(filter, after, 7);
        found.push(...page.ids);
        after = page.next;
      } while (after);
      return found;
    }

    it('holds each comment once, in an order that is none of the others', async () => {
      const order = await drawn();
      expect([...order].sort((a, b) => a - b)).toEqual([...ids].sort((a, b) => a - b));
      expect(order).not.toEqual(await all());
      expect(order).not.toEqual([...order].sort((a, b) => a - b));
      expect(await drawn()).toEqual(order);
    });

    it('keeps to the period and to what nobody has judged', async () => {
      const from = new Date('2026-01-31T00:00:00Z');
      const late = await drawn({ ...everything(), from });
      expect(late).toEqual((await drawn()).filter((id) => late.includes(id)));
      expect(late).toHaveLength(10);
      const human = { workspaceId: test.workspaceId, commentId: late[0] as number };
      await test.database.humanLabel.create({ data: { ...human, label: 'negative', userId: 1 } });
      expect(await drawn({ ...everything(), from })).toEqual(late.slice(1));
      await test.database.humanLabel.deleteMany({ where: human });
    });
  });
});
