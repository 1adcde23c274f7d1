import { CommentRepository, FilterResolver, ThemeWordsQuery } from '@moodline/comments/api';
import type { Label } from '@moodline/comments/contract';
import { NotFoundError, ServerEvents, type Actor } from '@moodline/shared/http';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { LabelWriters } from '../testing/label-writers';
import { ReviewQueue } from '../review/review-queue.query';
import { Reviewer } from '../review/reviewer';
import { LabelCorrector } from './label-corrector';

const publishedAt = new Date('2026-05-03T00:00:00Z');

describe('corrections', () => {
  let test: TestDatabase;
  let corrector: LabelCorrector;
  let reviewer: Reviewer;
  let ann: Actor;
  let bob: Actor;
  const events = new ServerEvents();
  const news: string[] = [];
  events.of(1).subscribe(({ type }) => news.push(type));

  beforeEach(async () => {
    test = await createTestDatabase();
    const comments = new CommentRepository(test.database);
    corrector = new LabelCorrector(new LabelWriters(test.database).store, comments, events);
    reviewer = new Reviewer(
      new ReviewQueue(test.database),
      comments,
      new FilterResolver(comments, new ThemeWordsQuery(test.database)),
    );
    const actor = async (name: string): Promise<Actor> => {
      const { id } = await test.database.user.create({
        data: { workspaceId: test.workspaceId, name, role: 'analyst' },
      });
      return { workspaceId: test.workspaceId, userId: id, role: 'analyst', by: 'session' };
    };
    [ann, bob] = [await actor('Ann'), await actor('Bob')];
    news.length = 0;
  });
  afterEach(() => test.close());

  /** Labelled comments with the probability of the best label (the rest is split evenly) and their engagement. */
  const store = async (...comments: { best: number; engagement?: number; label?: Label }[]) => {
    const ids = await storeLabelled(
      test,
      comments.map(({ engagement, label = 'positive' }, index) => ({
        text: `text ${index}`,
        label,
        publishedAt,
        engagement,
      })),
    );
    for (const [index, { best, label = 'positive' }] of comments.entries()) {
      const rest = (1 - best) / 2;
      await test.database.label.updateMany({
        where: { commentId: ids[index] },
        data: { positive: rest, neutral: rest, negative: rest, [label]: best },
      });
    }
    return ids as [number, ...number[]];
  };
  const queue = async (query: { cursor?: string; limit?: number } = {}) => reviewer.page(ann, { limit: 20, ...query });

  it('shows the label of a person with name and time, and the machine’s beside it', async () => {
    const [id] = await store({ best: 0.8 });
    const comment = await corrector.correct(ann, id, { label: 'negative', reason: 'irony' });
    expect(comment).toMatchObject({
      label: 'negative',
      machineLabel: 'positive',
      correction: { label: 'negative', by: 'Ann', reason: 'irony' },
    });
    expect(Date.now() - Date.parse(comment.correction?.at ?? '')).toBeLessThan(60_000);
    expect(news).toEqual(['data-changed']);
  });

  it('lets the last person count, and the machine again when it is taken back', async () => {
    const [id] = await store({ best: 0.8 });
    await corrector.correct(ann, id, { label: 'negative' });
    expect((await corrector.correct(bob, id, { label: 'neutral' })).correction).toMatchObject({
      label: 'neutral',
      by: 'Bob',
    });
    expect(await corrector.withdraw(ann, id)).toMatchObject({ label: 'positive', correction: null });
    expect(await corrector.withdraw(ann, id)).toMatchObject({ label: 'positive', correction: null });
  });

  it('refuses a comment that is not there', async () => {
    await expect(corrector.correct(ann, 4711, { label: 'negative' })).rejects.toThrow(NotFoundError);
    await expect(corrector.withdraw(ann, 4711)).rejects.toThrow('There is no comment 4711');
    expect(news).toEqual([]);
  });

  it('asks first for the least certain, weighted by engagement', async () => {
    const [sure, unsure, loud, quietAndSure] = await store(
      { best: 0.9, engagement: 500 },
      { best: 0.4 },
      { best: 0.5, engagement: 1000 },
      { best: 0.99 },
    );
    expect((await queue()).items.map(({ id }) => id)).toEqual([loud, sure, unsure, quietAndSure]);
  });

  it('goes on behind the last one seen while others are judged, and counts what was done today', async () => {
    const ids = await store(...[0.4, 0.5, 0.6, 0.7, 0.8].map((best) => ({ best })));
    const first = await queue({ limit: 2 });
    expect(first).toMatchObject({ left: 5, today: 0 });
    await corrector.correct(ann, ids[0], { label: 'positive' });
    await corrector.correct(bob, ids[4] as number, { label: 'negative' });
    const seen = new Set(first.items.map(({ id }) => id));
    let next = first;
    while (next.nextCursor !== null) {
      next = await queue({ limit: 2, cursor: next.nextCursor });
      for (const { id } of next.items) seen.add(id);
    }
    expect([...seen].sort((a, b) => a - b)).toEqual(ids.slice(0, 4));
    expect(next).toMatchObject({ left: 3, today: 1 });
  });

  it('asks for no comment that still waits for the machine', async () => {
    const [id] = await store({ best: 0.5 });
    await test.database.label.deleteMany({ where: { commentId: id } });
    expect(await queue()).toMatchObject({ items: [], left: 0 });
  });

  it('finds the comments behind a cell: what machine and person said', async () => {
    const [id] = await store({ best: 0.5 }, { best: 0.6 });
    await corrector.correct(ann, id, { label: 'negative' });
    const comments = new CommentRepository(test.database);
    const filter = { workspaceId: test.workspaceId, timeZone: 'UTC', from: null, to: null };
    const found = async (human: Label) =>
      (await comments.page({ ...filter, machine: 'positive', human }, { sort: 'newest', limit: 10 })).items.map(
        (comment) => comment.id,
      );
    expect(await found('negative')).toEqual([id]);
    expect(await found('positive')).toEqual([]);
  });

  it('finds what is alike from any comment of the group', async () => {
    const [first, copy] = await store({ best: 0.5 }, { best: 0.6 }, { best: 0.7 });
    const { workspaceId } = test;
    await test.database.comment.updateMany({ where: { id: copy }, data: { duplicateOf: first } });
    await test.database.textGroup.create({ data: { workspaceId, number: first, copies: 1 } });
    const comments = new CommentRepository(test.database);
    for (const alike of [first, copy as number]) {
      const page = await comments.page(
        { workspaceId: test.workspaceId, timeZone: 'UTC', from: null, to: null, alike },
        { sort: 'oldest', limit: 10 },
      );
      expect(page.items.map(({ id, copies }) => [id, copies])).toEqual([
        [first, 2],
        [copy, 2],
      ]);
    }
  });
});
