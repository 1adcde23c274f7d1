import type { Transaction } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from './comment-intake.repository';
import type { IncomingComment } from './incoming-comment';

/** Comments that a source holds already, unknown to the statistics of the table. */
const STORED = 400;

describe('what storing reads of a source that is younger than the statistics', () => {
  let test: TestDatabase;
  const intake = new CommentIntake(Buffer.from('key'));

  beforeAll(async () => {
    test = await createTestDatabase();
    // Where comments are erased after a time, those that come again are looked for as well.
    await test.database.retention.create({ data: { workspaceId: test.workspaceId, days: 100_000 } });
  });
  afterAll(() => test.close());

  const comments = (from: number, to: number, more: Partial<IncomingComment> = {}): IncomingComment[] =>
    Array.from({ length: to - from }, (_, index) => ({
      externalId: `c${from + index}`,
      text: `comment ${from + index}`,
      publishedAt: new Date(Date.UTC(2026, 4, 3) + index * 60_000),
      ...more,
    }));
  const otherText = (comment: IncomingComment) => ({ ...comment, text: `another ${comment.text}` });

  /** Entries of the indexes of comments that were read by this transaction. */
  const entriesRead = async (transaction: Transaction) => {
    const [row] = await transaction.$queryRaw<{ read: number }[]>`
      SELECT sum(pg_stat_get_xact_tuples_returned(indexrelid))::int AS read
      FROM pg_index
      WHERE indrelid = 'comment'::regclass`;
    return row?.read ?? 0;
  };

  it.each([
    ['100 new comments', false, () => comments(STORED, STORED + 100)],
    ['100 known comments', false, () => comments(0, 100)],
    ['100 comments whose text changed', true, () => comments(0, 100).map(otherText)],
    ['100 comments whose ids may have changed', true, () => comments(STORED, STORED + 100, { idMayChange: true })],
  ])('walks through the source for none of %s', async (_, follow, page) => {
    const old = await test.source(`old ${Math.random()}`);
    const place = await test.source(`young ${Math.random()}`);
    const store = (transaction: Transaction, source: typeof place, rows: IncomingComment[]) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...source, comments: rows, follow });
    await test.database.$transaction((transaction) => store(transaction, old, comments(0, 2000)));
    await test.database.$executeRaw`ANALYZE comment`;
    await test.database.$transaction((transaction) => store(transaction, place, comments(0, STORED)));
    const read = await test.database.$transaction(async (transaction) => {
      const before = await entriesRead(transaction);
      await store(transaction, place, page());
      return (await entriesRead(transaction)) - before;
    });
    // A walk through the source for each of the 100 would read 40,000. One walk through all of this small table, 10,000 at most, is a
    // fair plan where the statistics were renewed in between.
    expect(read).toBeLessThan(12_000);
  });
});
