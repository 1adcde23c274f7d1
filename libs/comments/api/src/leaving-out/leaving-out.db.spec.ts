import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from '../comment-intake.repository';
import type { IncomingComment } from '../incoming-comment';
import { LeavingOutRepository } from './leaving-out.repository';

const KEY = Buffer.alloc(32, 7);

describe('leaving out of the mood', () => {
  let test: TestDatabase;
  let intake: CommentIntake;
  let repository: LeavingOutRepository;
  let place: { sourceId: number; runId: number };

  beforeAll(async () => {
    test = await createTestDatabase();
    intake = new CommentIntake(KEY);
    repository = new LeavingOutRepository(test.database, intake, KEY);
    place = await test.source();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.database.comment.deleteMany();
    await test.database.monitor.deleteMany();
    await repository.save(test.workspaceId, { accounts: [], officialReplies: false, raffles: false });
  });

  const store = (...comments: Partial<IncomingComment>[]) =>
    test.database.$transaction((transaction) =>
      intake.store(transaction, {
        workspaceId: test.workspaceId,
        ...place,
        comments: comments.map((part, index) => ({
          externalId: `e${index}`,
          text: 'text',
          publishedAt: new Date('2026-11-01T00:00:00Z'),
          ...part,
        })),
      }),
    );
  const stored = () =>
    test.database.comment.findMany({
      orderBy: { externalId: 'asc' },
      select: { id: true, text: true, leftOut: true, fetchedAt: true },
    });
  const reasons = async () => (await stored()).map(({ leftOut }) => leftOut);

  it('leaves out new comments by accounts of the list, however their names are written', async () => {
    await repository.save(test.workspaceId, {
      accounts: [
        { name: 'AcmePhone', kind: 'own-account' },
        { name: 'Ann', kind: 'staff' },
        { name: 'automod', kind: 'bot' },
      ],
      officialReplies: false,
      raffles: false,
    });
    await store({ author: '@acmephone' }, { author: 'ANN' }, { author: 'u/AutoMod' }, { author: 'somebody' }, {});
    expect(await reasons()).toEqual(['own-account', 'staff', 'bot', null, null]);
  });

  it('finds the stored comments of an account by their hash, and counts them again when it is taken off', async () => {
    await store({ author: 'AcmePhone' }, { author: 'other' });
    const account = { name: '@AcmePhone', kind: 'own-account' as const };
    const { added } = await repository.save(test.workspaceId, {
      accounts: [account],
      officialReplies: false,
      raffles: false,
    });
    expect(added).toHaveLength(1);
    expect(await repository.apply(test.workspaceId, account, true)).toBe(1);
    expect(await reasons()).toEqual(['own-account', null]);
    expect((await repository.state(test.workspaceId)).comments).toEqual({ 'own-account': 1 });
    const { removed } = await repository.save(test.workspaceId, {
      accounts: [],
      officialReplies: false,
      raffles: false,
    });
    expect(removed.map(({ kind }) => kind)).toEqual(['own-account']);
    expect(await repository.apply(test.workspaceId, account, false)).toBe(1);
    expect(await reasons()).toEqual([null, null]);
  });

  it('leaves out official replies and raffles only where that is wanted', async () => {
    const texts = [{ text: '感谢您的反馈，给您带来不便深表歉意' }, { text: '关注并转发，抽3位送耳机' }];
    await store(...texts);
    expect(await reasons()).toEqual([null, null]);
    await test.database.comment.deleteMany();
    await repository.save(test.workspaceId, { accounts: [], officialReplies: true, raffles: true });
    await store(...texts);
    expect(await reasons()).toEqual(['official-reply', 'raffle']);
  });

  it('counts one comment after all, and leaves one out by hand', async () => {
    await store({});
    const [comment] = await stored();
    const id = Number(comment?.id);
    expect(await repository.setOne(test.workspaceId, id, 'staff')).toBe(true);
    expect(await reasons()).toEqual(['staff']);
    expect(await repository.setOne(test.workspaceId, id, null)).toBe(true);
    expect(await reasons()).toEqual([null]);
    expect(await repository.setOne(test.workspaceId, 999_999_999, 'staff')).toBe(false);
  });

  it('keeps placeholders out and counts them', async () => {
    const result = await store(
      { text: '[deleted]' },
      { text: '该评论已删除' },
      { text: 'nan' },
      { text: 'real words' },
    );
    expect(result).toMatchObject({ imported: 1, filtered: 3, duplicates: 0 });
    expect((await stored()).map(({ text }) => text)).toEqual(['real words']);
  });

  it('does not mask handles of the brand: own accounts and words of monitors', async () => {
    await repository.save(test.workspaceId, {
      accounts: [
        { name: 'AcmePhone', kind: 'own-account' },
        { name: 'Ann', kind: 'staff' },
      ],
      officialReplies: false,
      raffles: false,
    });
    await test.database.monitor.create({
      data: {
        workspaceId: test.workspaceId,
        name: 'Globex',
        rules: { any: { words: ['globex', '@umbrella', 'init*'] } },
      },
    });
    await store(
      { text: '@AcmePhone your update bricked my device, @someone_else' },
      { text: '@Globex @umbrella @initech @ann' },
    );
    expect((await stored()).map(({ text }) => text)).toEqual([
      '@AcmePhone your update bricked my device, @…',
      '@Globex @umbrella @initech @…',
    ]);
  });
});
