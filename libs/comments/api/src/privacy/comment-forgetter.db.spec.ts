import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from '../comment-intake.repository';
import type { IncomingComment } from '../incoming-comment';
import { CommentForgetter } from './comment-forgetter';
import { ForgottenRepository } from './forgotten.repository';

const KEY = Buffer.from('key');
const incoming = (externalId: string, text: string, author: string | null = null): IncomingComment => ({
  externalId,
  text,
  author,
  publishedAt: new Date('2026-05-03T00:00:00Z'),
});

describe('CommentForgetter', () => {
  let test: TestDatabase;
  let intake: CommentIntake;
  let forgotten: ForgottenRepository;
  let forgetter: CommentForgetter;
  let place: { sourceId: number; runId: number };

  beforeEach(async () => {
    test = await createTestDatabase();
    intake = new CommentIntake(KEY);
    forgotten = new ForgottenRepository(test.database, intake, KEY);
    forgetter = new CommentForgetter(forgotten);
    place = await test.source('Forum');
  });
  afterEach(() => test.close());

  const store = (comments: IncomingComment[], where = place) =>
    test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...where, comments }),
    );
  const idOf = async (externalId: string) =>
    Number((await test.database.comment.findFirstOrThrow({ where: { externalId } })).id);
  const left = async () =>
    (await test.database.comment.findMany({ orderBy: { externalId: 'asc' } })).map(({ externalId }) => externalId);

  it('says beforehand how many comments of which sources would go', async () => {
    const shop = await test.source('Shop');
    await store([
      incoming('a', 'one', 'Zhang San'),
      incoming('b', 'two', 'Zhang San'),
      incoming('c', 'one', 'Li Si'),
      incoming('d', 'four'),
    ]);
    await store([incoming('e', 'One!', 'Zhang San')], shop);
    expect(await forgetter.preview(test.workspaceId, await idOf('a'))).toEqual({
      author: {
        comments: 3,
        sources: [
          { name: 'Forum', comments: 2 },
          { name: 'Shop', comments: 1 },
        ],
      },
      text: {
        comments: 3,
        sources: [
          { name: 'Forum', comments: 2 },
          { name: 'Shop', comments: 1 },
        ],
      },
    });
    expect((await forgetter.preview(test.workspaceId, await idOf('d'))).author).toBeNull();
  });

  it('erases all comments of an author, and turns them away when they come again', async () => {
    const comments = [
      incoming('a', 'one', 'Zhang San'),
      incoming('b', 'two', 'Zhang San'),
      incoming('c', 'three', 'Li Si'),
    ];
    await store(comments);
    expect(await forgetter.forget(test.workspaceId, await idOf('a'), 'author')).toEqual({ erased: 2 });
    expect(await left()).toEqual(['c']);
    expect(await store([...comments, incoming('z', 'something new', 'Zhang San')])).toEqual({
      imported: 0,
      updated: 0,
      undated: 0,
      duplicates: 1,
      filtered: 3,
    });
    // Without its author, a comment is still the one that was forgotten.
    expect(await store([incoming('b', 'two, edited')])).toEqual({
      imported: 0,
      updated: 0,
      undated: 0,
      duplicates: 0,
      filtered: 1,
    });
    expect(await left()).toEqual(['c']);
  });

  it('erases a text wherever it stands, and turns it away from every source', async () => {
    const shop = await test.source('Shop');
    await store([incoming('a', 'This is me, 13812345678'), incoming('b', 'another')]);
    await store([incoming('c', 'this is me,  13812345678!')], shop);
    expect(await forgetter.forget(test.workspaceId, await idOf('a'), 'text')).toEqual({ erased: 2 });
    expect(await store([incoming('x', 'THIS IS ME, 13987650123'), incoming('y', 'this is not me')], shop)).toEqual({
      imported: 1,
      updated: 0,
      undated: 0,
      duplicates: 0,
      filtered: 1,
    });
    expect(await forgotten.counts(test.workspaceId)).toEqual({ authors: 0, texts: 1, comments: 2 });
  });

  it('keeps nothing from which a text or an author could be guessed', async () => {
    await store([incoming('a', 'a short text', 'Zhang San')]);
    const { textHash, authorHash } = await test.database.comment.findFirstOrThrow();
    const id = await idOf('a');
    await forgetter.forget(test.workspaceId, id, 'text');
    const rows = JSON.stringify(await test.database.forgotten.findMany());
    for (const trace of [textHash, authorHash, 'short text', 'Zhang', '"a"']) expect(rows).not.toContain(trace);
    // Another installation has another key, so it makes other hashes of the same text.
    const hashes = (await test.database.forgotten.findMany()).map(({ hash }) => hash);
    const elsewhere = new ForgottenRepository(test.database, intake, Buffer.from('another key'));
    await elsewhere.remember([{ workspaceId: test.workspaceId, scope: 'text', value: textHash }]);
    expect((await test.database.forgotten.findMany({ where: { hash: { notIn: hashes } } })).length).toBe(1);
  });

  it('goes on with what was cut off between the list and the comments', async () => {
    await store([incoming('a', 'one', 'Zhang San'), incoming('b', 'two', 'Zhang San')]);
    const { authorHash } = await test.database.comment.findFirstOrThrow();
    await forgotten.remember([{ workspaceId: test.workspaceId, scope: 'author', value: authorHash ?? '' }]);
    expect(await left()).toEqual(['a', 'b']);
    expect(await store([incoming('c', 'three', 'Zhang San')])).toMatchObject({ imported: 0, filtered: 1 });
    await forgetter.resume();
    expect(await left()).toEqual([]);
    expect(await forgotten.unfinished()).toEqual([]);
  });

  it('waits for comments that are coming in just now, so that none slips through', async () => {
    await store([incoming('a', 'one', 'Zhang San')]);
    const id = await idOf('a');
    let forgetting: Promise<unknown> = Promise.resolve();
    await test.database.$transaction(async (transaction) => {
      await intake.store(transaction, {
        workspaceId: test.workspaceId,
        ...place,
        comments: [incoming('b', 'two', 'Zhang San')],
      });
      forgetting = forgetter.forget(test.workspaceId, id, 'author');
      const waiting = async () =>
        (await transaction.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)
          .length;
      while (!(await waiting())) await new Promise((resolve) => setImmediate(resolve));
    });
    expect(await forgetting).toEqual({ erased: 2 });
    expect(await left()).toEqual([]);
  });

  it('refuses what it cannot know again', async () => {
    await store([incoming('a', 'one')]);
    const id = await idOf('a');
    await expect(forgetter.forget(test.workspaceId, id, 'author')).rejects.toMatchObject({ code: 'nothing-to-forget' });
    await expect(forgetter.preview(test.workspaceId, id + 1)).rejects.toMatchObject({ code: 'not-found' });
    await expect(forgetter.preview(test.workspaceId + 1, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
