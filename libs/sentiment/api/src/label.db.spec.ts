import { CommentIntake } from '@moodline/comments/api';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { ClaimedComment } from './label-queue.repository';
import { LabelVersions } from './roles/label-versions.repository';
import { countAnew, recounted, storedCounts } from './testing/counted-anew.query';
import { LabelWriters } from './testing/label-writers';

const positive = { label: 'positive', probabilities: { positive: 0.8, neutral: 0.1, negative: 0.1 } } as const;
const negative = { label: 'negative', probabilities: { positive: 0.1, neutral: 0.1, negative: 0.8 } } as const;

describe('labels and their counts', () => {
  let test: TestDatabase;
  let labels: LabelWriters;
  let intake: CommentIntake;

  beforeEach(async () => {
    test = await createTestDatabase('Asia/Kathmandu');
    labels = new LabelWriters(test.database);
    intake = new CommentIntake(Buffer.from('key'));
    labels.joins(intake);
    await new LabelVersions(test.database).ensure(test.workspaceId);
  });
  afterEach(() => test.close());

  const add = async (count: number) => {
    const place = await test.source(`source ${Math.random()}`);
    const comments = Array.from({ length: count }, (_, index) => ({
      externalId: String(index),
      text: `text ${index}`,
      publishedAt: new Date(Date.UTC(2026, 4, 3, index % 3, 20)),
    }));
    await test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments }),
    );
    return place;
  };
  const store = (claimed: readonly ClaimedComment[], decision: typeof positive | typeof negative = positive) =>
    labels.store.store({
      workspaceId: test.workspaceId,
      roleVersion: 1,
      model: 'spec',
      decided: claimed.map(({ commentId }) => ({ commentId, decision })),
    });
  const buckets = () => test.database.moodBucket.findMany({ orderBy: [{ hour: 'asc' }, { sourceId: 'asc' }] });

  const expectAsRecounted = async () =>
    expect(await storedCounts(test.database, test.workspaceId)).toEqual(
      await recounted(test.database, test.workspaceId),
    );

  it('gives each waiting comment to one worker only', async () => {
    await add(20);
    const [one, two] = await Promise.all([labels.queue.claim(15, 60), labels.queue.claim(15, 60)]);
    expect(new Set([...one, ...two].map(({ commentId }) => commentId)).size).toBe(20);
    expect(await labels.queue.claim(15, 60)).toEqual([]);
  });

  it('gives a comment again when its lease ran out', async () => {
    await add(1);
    await labels.queue.claim(1, 0);
    const [again] = await labels.queue.claim(1, 60);
    expect(again?.attempts).toBe(2);
  });

  it('does not count an attempt that was not the comment’s fault', async () => {
    await add(1);
    await labels.queue.release(await labels.queue.claim(1, 60), { countAttempt: false });
    expect((await labels.queue.claim(1, 60))[0]?.attempts).toBe(1);
  });

  it('counts a comment once, even when two workers store it', async () => {
    await add(6);
    const first = await labels.queue.claim(6, 0);
    const second = await labels.queue.claim(6, 60);
    const stored = await Promise.all([store(first), store(second, negative)]);
    expect(stored[0] + stored[1]).toBe(6);
    expect(await labels.counts.counts(test.workspaceId)).toEqual({ pending: 0, labelled: 6, unscored: 0 });
  });

  it('keeps buckets by the local hour, also in a zone 45 minutes off', async () => {
    await add(3);
    await store(await labels.queue.claim(3, 60));
    // 00:20 UTC is 06:05 in Kathmandu, so its hour began at 00:15 UTC.
    expect((await buckets()).map(({ hour, positive: n }) => [hour.toISOString().slice(11, 16), n])).toEqual([
      ['00:15', 1],
      ['01:15', 1],
      ['02:15', 1],
    ]);
  });

  it('can count all buckets anew and gets the same', async () => {
    await add(9);
    await store(await labels.queue.claim(5, 60));
    await store(await labels.queue.claim(4, 60), negative);
    expect(await buckets()).toHaveLength(3);
    await expectAsRecounted();
  });

  it('counts what a person says in place of the machine’s label, and the machine’s again when it is taken back', async () => {
    await add(1);
    const claimed = await labels.queue.claim(1, 60);
    await store(claimed);
    const before = await buckets();
    const { commentId } = claimed[0] as ClaimedComment;
    await labels.store.correct(test.workspaceId, commentId, { label: 'negative', userId: 1 });
    await labels.store.correct(test.workspaceId, commentId, { label: 'neutral', userId: 2 });
    expect(await buckets()).toMatchObject([{ positive: 0, neutral: 1, negative: 0 }]);
    expect(await test.database.label.findFirstOrThrow()).toMatchObject({ label: 'positive', current: true });
    await expectAsRecounted();
    await labels.store.withdraw(test.workspaceId, commentId);
    expect((await buckets()).filter(({ positive: n, neutral }) => n + neutral > 0)).toEqual(before);
    expect(await labels.store.correct(test.workspaceId, 999, { label: 'negative', userId: 1 })).toBe(false);
  });

  it('spares the machine a comment that a person labelled first, and queues it again when that is taken back', async () => {
    await add(1);
    const claimed = await labels.queue.claim(1, 60);
    const { commentId } = claimed[0] as ClaimedComment;
    await labels.store.correct(test.workspaceId, commentId, { label: 'negative', userId: 1 });
    expect(await store(claimed)).toBe(0);
    expect(await labels.counts.counts(test.workspaceId)).toEqual({ pending: 0, labelled: 1, unscored: 0 });
    await labels.store.withdraw(test.workspaceId, commentId);
    expect(await labels.counts.counts(test.workspaceId)).toEqual({ pending: 1, labelled: 0, unscored: 0 });
  });

  it('counts a comment for each monitor that matches it', async () => {
    await add(2);
    const claimed = await labels.queue.claim(2, 60);
    await test.database.monitor.create({ data: { workspaceId: test.workspaceId, id: 7, name: 'Seven', rules: {} } });
    await test.database.commentMonitor.create({
      data: { workspaceId: test.workspaceId, monitorId: 7, commentId: claimed[0]?.commentId ?? 0, words: ['text'] },
    });
    await countAnew(test.database, test.workspaceId);
    await store(claimed);
    const sum = (monitorId: number) =>
      test.database.moodBucket.aggregate({ where: { monitorId }, _sum: { positive: true } });
    expect([(await sum(0))._sum.positive, (await sum(7))._sum.positive]).toEqual([2, 1]);
  });

  it('finds the label that counts by the time of its comment, also when that changes', async () => {
    await add(3);
    await store(await labels.queue.claim(3, 60));
    const publishedAt = new Date('2026-06-01T00:00:00Z');
    await test.database.comment.updateMany({ where: { externalId: '1' }, data: { publishedAt } });
    expect(await test.database.commentMood.count({ where: { publishedAt } })).toBe(1);
    expect(await test.database.commentMood.count()).toBe(3);
  });

  it('takes a removed run out of queue, labels and buckets', async () => {
    const { runId } = await add(6);
    await store(await labels.queue.claim(4, 60));
    await test.database.$transaction((transaction) => intake.removeRun(transaction, test.workspaceId, runId));
    expect(await labels.counts.counts(test.workspaceId)).toEqual({ pending: 0, labelled: 0, unscored: 0 });
    expect(await buckets()).toEqual([]);
    expect(await test.database.label.count()).toBe(0);
  });

  it('stores nothing for a comment that was removed while the model worked on it', async () => {
    const { runId } = await add(2);
    const claimed = await labels.queue.claim(2, 60);
    await test.database.$transaction((transaction) => intake.removeRun(transaction, test.workspaceId, runId));
    expect(await store(claimed)).toBe(0);
    expect(await buckets()).toEqual([]);
  });

  it('keeps a comment without label as unscored, with the reason', async () => {
    await add(1);
    const [claimed] = await labels.queue.claim(1, 60);
    await labels.store.store({
      workspaceId: test.workspaceId,
      roleVersion: 1,
      model: 'spec',
      decided: [{ commentId: claimed?.commentId ?? 0, decision: { unscoredReason: 'no-words' } }],
    });
    expect(await labels.counts.counts(test.workspaceId)).toEqual({ pending: 0, labelled: 0, unscored: 1 });
  });
});
