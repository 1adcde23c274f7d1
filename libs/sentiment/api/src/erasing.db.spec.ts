import {
  CommentForgetter,
  CommentIntake,
  ForgottenRepository,
  RetentionKeeper,
  RetentionRepository,
} from '@moodline/comments/api';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { countAnew, recounted, storedCounts } from './testing/counted-anew.query';
import { LabelWriters } from './testing/label-writers';

const KEY = Buffer.from('key');
const DAY_MS = 86_400_000;

describe('what is counted', () => {
  let test: TestDatabase;
  let intake: CommentIntake;
  let labels: LabelWriters;
  let ids: number[];

  beforeEach(async () => {
    test = await createTestDatabase();
    intake = new CommentIntake(KEY);
    labels = new LabelWriters(test.database);
    labels.joins(intake);
    const at = (hour: number) => new Date(Date.UTC(2026, 4, 3, hour));
    ids = await storeLabelled(test, [
      { text: 'awful', label: 'negative', publishedAt: at(1) },
      { text: 'awful', label: 'negative', publishedAt: at(2), source: 'Shop' },
      { text: 'fine', label: 'neutral', publishedAt: at(2) },
      { text: 'great', label: 'positive', publishedAt: at(3) },
    ]);
    await test.database.monitor.create({ data: { workspaceId: test.workspaceId, id: 9, name: 'Nine', rules: {} } });
    for (const commentId of ids)
      await test.database.commentMonitor.create({
        data: { workspaceId: test.workspaceId, monitorId: 9, commentId, words: ['awful'] },
      });
    await countAnew(test.database, test.workspaceId);
    await labels.store.correct(test.workspaceId, ids[3] ?? 0, {
      label: 'neutral',
      userId: 1,
      reason: 'says "great", means it not',
    });
  });
  afterEach(() => test.close());

  const buckets = () =>
    test.database.moodBucket.findMany({ orderBy: [{ monitorId: 'asc' }, { hour: 'asc' }, { sourceId: 'asc' }] });
  const expectAsRebuilt = async () => {
    expect(await storedCounts(test.database, test.workspaceId)).toEqual(
      await recounted(test.database, test.workspaceId),
    );
  };

  it('goes with a text that is forgotten: labels, corrections, monitors and buckets', async () => {
    const forgetter = new CommentForgetter(new ForgottenRepository(test.database, intake, KEY));
    expect(await forgetter.forget(test.workspaceId, ids[0] ?? 0, 'text')).toEqual({ erased: 2 });
    expect(await test.database.label.count()).toBe(2);
    expect(await test.database.commentMonitor.count()).toBe(2);
    expect((await buckets()).reduce((sum, { negative }) => sum + negative, 0)).toBe(0);
    await expectAsRebuilt();
    await forgetter.forget(test.workspaceId, ids[3] ?? 0, 'text');
    expect(await test.database.humanLabel.count()).toBe(0);
    await expectAsRebuilt();
  });

  it('stays when retention erases the texts, as if counted anew', async () => {
    const before = await buckets();
    const keeper = new RetentionKeeper(new RetentionRepository(test.database, intake, KEY));
    const later = new Date(Date.now() + 31 * DAY_MS);
    await keeper.change(test.workspaceId, 30, new Date());
    expect(await keeper.apply(test.workspaceId, later)).toBe(4);
    expect(await buckets()).toEqual(before);
    await expectAsRebuilt();
    expect(await test.database.humanLabel.findMany()).toMatchObject([{ label: 'neutral', reason: null }]);
    expect((await test.database.commentMonitor.findMany()).map(({ words }) => words)).toEqual([[], [], [], []]);
    const rows = [
      await test.database.comment.findMany(),
      await test.database.label.findMany(),
      await test.database.humanLabel.findMany(),
      await test.database.commentMonitor.findMany(),
    ].flat();
    const everything = rows.flatMap((row) => Object.values(row)).join();
    for (const word of ['awful', 'great', 'fine']) expect(everything).not.toContain(word);
  });

  it('puts nothing into the queue that has no text any more', async () => {
    const keeper = new RetentionKeeper(new RetentionRepository(test.database, intake, KEY));
    await keeper.change(test.workspaceId, 30, new Date());
    await keeper.apply(test.workspaceId, new Date(Date.now() + 31 * DAY_MS));
    await test.database.$transaction((transaction) => labels.queue.enqueue(transaction, test.workspaceId, ids));
    expect(await test.database.labelTask.count()).toBe(0);
  });
});
