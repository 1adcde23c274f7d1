import type { CommentFilter } from '@moodline/comments/contract';
import { Database } from '@moodline/shared/db';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { CommentRepository } from '../comment.repository';
import { CommentTotalQuery } from '../list/comment-total.query';
import { GivenTags, type GivenBy } from './given-tags.repository';
import { TagCountsQuery } from './tag-counts.query';
import { TagRepository } from './tag.repository';

describe('tags', () => {
  let test: TestDatabase;
  let tags: TagRepository;
  let machine: GivenTags;
  let ids: number[];
  let workspaceId: number;

  beforeEach(async () => {
    test = await createTestDatabase('UTC');
    ({ workspaceId } = test);
    tags = new TagRepository(test.database, new TagCountsQuery(test.database));
    machine = new GivenTags(test.database);
    ids = await storeLabelled(
      test,
      ['late', 'later', 'on time', 'early'].map((text, day) => ({
        text,
        label: 'neutral' as const,
        publishedAt: new Date(Date.UTC(2026, 4, 3 + day)),
      })),
    );
  });
  afterEach(() => test.close());

  const say = (tag: number, places: readonly number[], tagged: boolean | null, drawn = false) =>
    tags.say(workspaceId, tag, 1, { ids: places.map((place) => ids[place] ?? 0), tagged, drawn });
  const found = async (narrowed: Pick<CommentFilter, 'tag'>) => {
    const filter = { workspaceId, timeZone: 'UTC', from: null, to: null, ...narrowed };
    const page = await new CommentRepository(test.database).page(filter, { sort: 'oldest', limit: 10 });
    const { total } = await new CommentTotalQuery(test.database).count(filter);
    expect(total).toBe(page.items.length);
    return page.items.map(({ text }) => text);
  };

  /** What a head says of the comments in their order. */
  const give = (tagId: number, given: GivenBy, chances: readonly number[], from = 0.05) => {
    const told = chances.map((probability, place) => ({ commentId: ids[place] ?? 0, probability }));
    return test.database.$transaction((one) => machine.keep(one, workspaceId, [{ tagId, given, from, told }]));
  };
  const clearAll = async () => {
    while (await machine.clearNext());
  };
  /** Returns when a statement waits for another transaction. */
  const someoneWaits = async () => {
    for (let tries = 0; tries < 200; tries++) {
      const [row] = await test.database.$queryRaw<{ waits: boolean }[]>`
        SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits`;
      if (row?.waits) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('Nothing waits.');
  };
  const rows = () =>
    test.database.commentTag.findMany({
      orderBy: { commentId: 'asc' },
      select: { said: true, given: true, probability: true },
    });

  it('are given by people and by probability, and a person’s word counts', async () => {
    const { id } = await tags.create(workspaceId, { name: 'Delivery', color: 'red' });
    expect(await say(id, [0, 1], true)).toBe(2);
    await tags.switch(workspaceId, id, 'stored', true);
    await give(id, 'stored', [0.1, 0.9, 0.8, 0.2]);
    expect(await found({ tag: id })).toEqual(['late', 'later', 'on time']);
    expect(await tags.find(workspaceId, id)).toMatchObject({ comments: 3, yes: 2, no: 0, given: 1 });
    await say(id, [2], false, true);
    expect(await found({ tag: id })).toEqual(['late', 'later']);
    await say(id, [1], null);
    expect(await found({ tag: id })).toEqual(['late', 'later']);
    await tags.update(workspaceId, id, { threshold: 0.95 });
    expect(await found({ tag: id })).toEqual(['late']);
    const [comment] = await new CommentRepository(test.database).byIds(workspaceId, [ids[0] ?? 0]);
    expect(comment?.tags).toEqual([{ id, said: true, probability: 0.1 }]);
    expect((await new CommentRepository(test.database).byIds(workspaceId, [ids[3] ?? 0]))[0]?.tags).toBeUndefined();
  });

  it('lose the word of a person while the machine takes its own back', async () => {
    const { id } = await tags.create(workspaceId, { name: 'Delivery', color: 'red' });
    await tags.switch(workspaceId, id, 'stored', true);
    await give(id, 'stored', [0.9]);
    await say(id, [0], true);
    let taken: Promise<number> | undefined;
    await test.database.$transaction(async (transaction) => {
      await transaction.$executeRaw`UPDATE comment_tag SET probability = NULL, given = NULL WHERE tag_id = ${id}`;
      taken = say(id, [0], null);
      await someoneWaits();
    });
    expect(await taken).toBe(1);
    expect(await rows()).toEqual([]);
  });

  it('take back what a switch gave when it is off, at once and for good, and nothing else', async () => {
    const { id } = await tags.create(workspaceId, { name: 'Delivery', color: 'red' });
    await give(id, 'new', [0.9]);
    expect(await rows()).toEqual([]);
    await tags.switch(workspaceId, id, 'new', true);
    await tags.switch(workspaceId, id, 'stored', true);
    await give(id, 'new', [0.9, 0.8]);
    await say(id, [1], true);
    await give(id, 'stored', [0.7, 0.7, 0.9, 0.01]);
    expect(await found({ tag: id })).toEqual(['late', 'later', 'on time']);
    await tags.switch(workspaceId, id, 'new', false);
    expect(await found({ tag: id })).toEqual(['later', 'on time']);
    await clearAll();
    expect(await rows()).toEqual([
      { said: true, given: null, probability: null },
      { said: null, given: 'stored', probability: expect.closeTo(0.9, 5) as number },
    ]);
    await tags.switch(workspaceId, id, 'new', true);
    expect(await found({ tag: id })).toEqual(['later', 'on time']);
  });

  it('go from comments that have become too improbable', async () => {
    const { id } = await tags.create(workspaceId, { name: 'Delivery', color: 'red' });
    await tags.switch(workspaceId, id, 'stored', true);
    await say(id, [1], false);
    await give(id, 'stored', [0.9, 0.9, 0.9]);
    await give(id, 'stored', [0.01, 0.01, 0.6]);
    expect(await found({ tag: id })).toEqual(['on time']);
    expect(await rows()).toHaveLength(2);
  });

  it('have names of their own, and go with all that was said', async () => {
    const { id } = await tags.create(workspaceId, { name: 'Delivery', color: 'red' });
    await expect(tags.create(workspaceId, { name: 'Delivery', color: 'blue' })).rejects.toMatchObject({
      code: 'tag-name-taken',
    });
    const other = await tags.create(workspaceId, { name: 'Battery', color: 'blue' });
    await expect(tags.update(workspaceId, other.id, { name: 'Delivery' })).rejects.toMatchObject({
      code: 'tag-name-taken',
    });
    await say(id, [0], true);
    await tags.remove(workspaceId, id);
    expect(await found({ tag: id })).toEqual([]);
    await clearAll();
    expect(await test.database.tagClearing.count()).toBe(0);
    expect(await test.database.commentTag.count()).toBe(0);
    expect((await tags.all(workspaceId)).map(({ name }) => name)).toEqual(['Battery']);
    await expect(say(id, [0], true)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are given to nothing that is gone, and end with a comment that goes at the same moment', async () => {
    const { id } = await tags.create(workspaceId, { name: 'Delivery', color: 'red' });
    const other = new Database(test.url);
    const removed = Promise.withResolvers<void>();
    const removing = other.$transaction(async (transaction) => {
      await tags.forget(transaction, workspaceId, [ids[0] ?? 0]);
      await transaction.comment.deleteMany({ where: { workspaceId, id: ids[0] ?? 0 } });
      removed.resolve();
      // The other writer waits for the row meanwhile, or comes later: either way it finds nothing.
      await transaction.$queryRaw`SELECT pg_sleep(0.05)::text`;
    });
    await removed.promise;
    expect(await say(id, [0, 1], true)).toBe(1);
    await removing;
    await other.$disconnect();
    expect((await test.database.commentTag.findMany()).map(({ commentId }) => Number(commentId))).toEqual([ids[1]]);
    await test.database.comment.updateMany({ where: { id: ids[2] }, data: { erasedAt: new Date(), text: '' } });
    expect(await say(id, [2], true)).toBe(0);
  });
});
