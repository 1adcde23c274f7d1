import type { WorkFilter } from '@moodline/comments/contract';
import { Database } from '@moodline/shared/db';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from '../comment-intake.repository';
import { CommentRepository } from '../comment.repository';
import { CommentTotalQuery } from '../list/comment-total.query';
import { CommentNotes } from './comment-note.repository';
import { CommentWork } from './comment-work.repository';

describe('the work of the team', () => {
  let test: TestDatabase;
  let work: CommentWork;
  let notes: CommentNotes;
  let ids: number[];
  let workspaceId: number;
  let ann: number;
  let bob: number;
  let reader: number;

  beforeEach(async () => {
    test = await createTestDatabase('UTC');
    ({ workspaceId } = test);
    work = new CommentWork(test.database);
    notes = new CommentNotes(test.database);
    ids = await storeLabelled(
      test,
      ['late', 'broken', 'fine', 'again'].map((text, day) => ({
        ...{ text, label: 'negative' as const, publishedAt: new Date(Date.UTC(2026, 4, 3 + day)) },
      })),
    );
    const person = async (name: string, role: string) =>
      (await test.database.user.create({ data: { workspaceId, name, role } })).id;
    [ann, bob, reader] = [await person('Ann', 'owner'), await person('Bob', 'analyst'), await person('Cy', 'viewer')];
  });
  afterEach(() => test.close());

  const at = (place: number) => ids[place] ?? 0;
  const found = async (narrowed: WorkFilter) => {
    const filter = { workspaceId, timeZone: 'UTC', from: null, to: null, ...narrowed };
    const page = await new CommentRepository(test.database).page(filter, { sort: 'oldest', limit: 10 });
    expect((await new CommentTotalQuery(test.database).count(filter)).total).toBe(page.items.length);
    return page.items.map(({ text }) => text);
  };
  const shown = async (place: number) =>
    (await new CommentRepository(test.database).byIds(workspaceId, [at(place)]))[0]?.work;

  it('is found by state and by whose it is, and shown beside the comment', async () => {
    await work.change(workspaceId, ann, [
      { id: at(0), state: 'open' },
      { id: at(1), assignee: bob },
      { id: at(2), state: 'done', assignee: ann },
    ]);
    expect(await found({ state: 'open' })).toEqual(['late', 'broken']);
    expect(await found({ state: 'open', assignee: 'none' })).toEqual(['late']);
    expect(await found({ assignee: bob })).toEqual(['broken']);
    expect(await found({ state: 'done' })).toEqual(['fine']);
    expect(await shown(1)).toEqual({ state: 'open', assignee: { id: bob, name: 'Bob' } });
    expect(await shown(0)).toEqual({ state: 'open', assignee: null });
    expect(await shown(3)).toBeUndefined();
  });

  it('is taken back by sending what stood there before', async () => {
    await work.change(workspaceId, ann, [{ id: at(0), state: 'done', assignee: bob }]);
    const before = await work.change(workspaceId, ann, [
      { id: at(0), state: 'open' },
      { id: at(1), state: 'open', assignee: ann },
      { id: 999_999, state: 'open' },
    ]);
    expect(before).toEqual([
      { id: at(0), state: 'done', assignee: bob },
      { id: at(1), state: null, assignee: null },
    ]);
    await work.change(workspaceId, ann, before);
    expect(await shown(0)).toEqual({ state: 'done', assignee: { id: bob, name: 'Bob' } });
    expect(await shown(1)).toBeUndefined();
  });

  it('goes to people who may work, and stays with one who left', async () => {
    await expect(work.change(workspaceId, ann, [{ id: at(0), assignee: reader }])).rejects.toMatchObject({
      code: 'cannot-be-assigned',
    });
    expect(await shown(0)).toBeUndefined();
    expect(await work.people(workspaceId, bob)).toEqual([
      { id: ann, name: 'Ann', me: false },
      { id: bob, name: 'Bob', me: true },
    ]);
    await work.change(workspaceId, ann, [{ id: at(0), assignee: bob }]);
    await test.database.user.updateMany({ where: { id: bob }, data: { removedAt: new Date() } });
    await work.change(workspaceId, ann, [{ id: at(0), state: 'done' }]);
    expect(await shown(0)).toMatchObject({ state: 'done', assignee: { name: 'Bob' } });
  });

  it('keeps notes with their author, which others read and only owners and the author remove', async () => {
    await notes.add({ workspaceId, userId: bob, all: false }, at(0), 'Called back at noon');
    const [note] = await notes.all({ workspaceId, userId: ann, all: false }, at(0));
    expect(note).toMatchObject({ text: 'Called back at noon', by: 'Bob', mine: false });
    const id = note?.id ?? 0;
    await expect(notes.remove({ workspaceId, userId: ann, all: false }, id)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await notes.remove({ workspaceId, userId: ann, all: true }, id)).toBe(at(0));
    await expect(notes.add({ workspaceId, userId: bob, all: false }, 999_999, 'x')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('goes with a comment that goes or loses its text, and stays with one that gets another text', async () => {
    const intake = new CommentIntake(Buffer.from('key'));
    intake.onGone((transaction, workspace, gone) => work.forget(transaction, workspace, gone), 'matches');
    for (const place of [0, 1, 2]) {
      await work.change(workspaceId, ann, [{ id: at(place), state: 'open' }]);
      await notes.add({ workspaceId, userId: ann, all: true }, at(place), 'Look at it');
    }
    await test.database.$transaction((one) => intake.removeThese(one, workspaceId, [at(0)]));
    await test.database.$transaction((one) => intake.tellErasing(one, workspaceId, [at(1)]));
    const { sourceId, runId, externalId } = await test.database.comment.findFirstOrThrow({ where: { id: at(2) } });
    const comments = [{ externalId, text: 'something else entirely', publishedAt: new Date(Date.UTC(2026, 4, 5)) }];
    await test.database.$transaction((one) =>
      intake.store(one, { workspaceId, sourceId, runId, comments, follow: true }),
    );
    expect(await found({ state: 'open' })).toEqual(['something else entirely']);
    expect((await test.database.commentNote.findMany()).map(({ commentId }) => Number(commentId))).toEqual([at(2)]);
  });

  it('takes up nothing that goes at the same moment', async () => {
    const other = new Database(test.url);
    const removed = Promise.withResolvers<void>();
    const removing = other.$transaction(async (transaction) => {
      await transaction.comment.deleteMany({ where: { workspaceId, id: at(0) } });
      removed.resolve();
      await transaction.$queryRaw`SELECT pg_sleep(0.05)::text`;
    });
    await removed.promise;
    const before = await work.change(workspaceId, ann, [
      { id: at(0), state: 'open' },
      { id: at(1), state: 'open' },
    ]);
    await removing;
    await other.$disconnect();
    expect(before.map(({ id }) => id)).toEqual([at(1)]);
    expect(await test.database.commentWork.count()).toBe(1);
  });
});
