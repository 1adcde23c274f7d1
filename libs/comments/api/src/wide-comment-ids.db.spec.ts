import { createSecretKey, randomBytes } from 'node:crypto';
import { commentIdSchema } from '@moodline/comments/contract';
import { Prisma } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from './comment-intake.repository';
import { CommentRepository } from './comment.repository';

const WIDE = 4_000_000_000_000;

describe('ids of comments', () => {
  let test: TestDatabase;
  let intake: CommentIntake;

  beforeAll(async () => {
    test = await createTestDatabase();
    intake = new CommentIntake(createSecretKey(randomBytes(32)).export());
    await test.database.$executeRaw`SELECT setval('comment_id_seq', ${WIDE}::bigint)`;
  });
  afterAll(() => test.close());

  const store = async (names: readonly string[]) => {
    const place = await test.source(names.join());
    const comments = names.map((name) => ({ externalId: name, text: `text ${name}`, publishedAt: new Date(0) }));
    const batch = { workspaceId: test.workspaceId, ...place, comments };
    return { batch, result: await test.database.$transaction((transaction) => intake.store(transaction, batch)) };
  };

  it('go beyond 32 bits and are numbers all the way', async () => {
    await store(['a', 'b']);
    const ids = [WIDE + 2, WIDE + 1];
    const repository = new CommentRepository(test.database);
    expect((await repository.byIds(test.workspaceId, ids)).map(({ id }) => id)).toEqual(ids);
    const filter = { workspaceId: test.workspaceId, timeZone: 'UTC', from: null, to: null };
    const paging = { sort: 'newest', limit: 1 } as const;
    const first = await repository.page(filter, paging);
    const second = await repository.page(filter, { ...paging, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(commentIdSchema.parse(String(WIDE + 1))).toBe(WIDE + 1);
  });

  it('are read exactly, or not at all', async () => {
    const read = (value: string) =>
      test.database.$queryRaw<
        { one: number; list: (number | null)[]; none: number | null }[]
      >`SELECT ${Prisma.raw(value)}::bigint AS one, ARRAY[${Prisma.raw(value)}, NULL]::bigint[] AS list, NULL::bigint AS none`;
    expect(await read('9007199254740991')).toEqual([
      { one: 9_007_199_254_740_991, list: [9_007_199_254_740_991, null], none: null },
    ]);
    await expect(read('9007199254740993')).rejects.toThrow('cannot be read exactly');
    expect(await test.database.$transaction((transaction) => transaction.$queryRaw`SELECT 1::bigint AS n`)).toEqual([
      { n: 1 },
    ]);
  });
});
