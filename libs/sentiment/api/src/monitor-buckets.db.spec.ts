import { CommentIntake, CommentMatching, MonitorRematchRepository, MonitorRepository } from '@moodline/comments/api';
import { monitorRulesSchema } from '@moodline/comments/contract';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { recounted, storedCounts } from './testing/counted-anew.query';
import { LabelWriters } from './testing/label-writers';

const DECISIONS = [
  { label: 'positive', probabilities: { positive: 0.8, neutral: 0.1, negative: 0.1 } },
  { label: 'negative', probabilities: { positive: 0.1, neutral: 0.1, negative: 0.8 } },
  { unscoredReason: 'no-words' },
] as const;

describe('the buckets of a monitor', () => {
  let test: TestDatabase;
  let labels: LabelWriters;
  let monitors: MonitorRepository;
  let rematch: MonitorRematchRepository;
  let intake: CommentIntake;
  let workspaceId: number;

  beforeEach(async () => {
    test = await createTestDatabase();
    workspaceId = test.workspaceId;
    labels = new LabelWriters(test.database);
    monitors = new MonitorRepository(test.database);
    rematch = new MonitorRematchRepository(test.database);
    intake = new CommentIntake(Buffer.from('key'));
    const matching = new CommentMatching();
    intake.onChanged((transaction, workspace, ids) => matching.forget(transaction, workspace, ids));
    intake.onStored((transaction, workspace, ids) => matching.matchNew(transaction, workspace, ids));
    labels.joins(intake, rematch);
  });
  afterEach(() => test.close());

  const add = async (count: number) => {
    const place = await test.source(`source ${Math.random()}`);
    const comments = Array.from({ length: count }, (_, index) => ({
      externalId: String(index),
      text: `${['apple', 'pear', 'apple pear'][index % 3]} ${index}`,
      publishedAt: new Date(Date.UTC(2026, 4, 3, index % 5)),
    }));
    await test.database.$transaction((transaction) => intake.store(transaction, { workspaceId, ...place, comments }));
    return place;
  };
  const label = async (count: number) => {
    const decided = (await labels.queue.claim(count, 60)).map(({ commentId }) => ({
      commentId,
      decision: DECISIONS[commentId % 3] ?? DECISIONS[0],
    }));
    await labels.store.store({ workspaceId, roleVersion: 1, model: 'spec', decided });
  };
  const rules = (...words: string[]) => monitorRulesSchema.parse({ any: { words } });
  const buckets = async () => {
    const rows = await test.database.moodBucket.findMany({
      orderBy: [{ monitorId: 'asc' }, { hour: 'asc' }, { sourceId: 'asc' }],
    });
    return rows.filter(({ positive, neutral, negative, unscored }) => positive + neutral + negative + unscored !== 0);
  };
  const sum = async (monitorId: number) =>
    (await buckets())
      .filter((bucket) => bucket.monitorId === monitorId)
      .reduce((total, { positive, negative, unscored }) => total + positive + negative + unscored, 0);
  const through = async (size = 4) => {
    while (await rematch.advance(workspaceId, size));
  };

  it('stand still while it is matched anew, and change at once when it is through', async () => {
    await add(12);
    await label(12);
    const { id } = await monitors.create(workspaceId, { name: 'Fruit', competitor: false, rules: rules('apple') });
    await through();
    expect(await sum(id)).toBe(8);
    await monitors.update(workspaceId, id, { rules: rules('melon') });
    await rematch.advance(workspaceId, 4);
    await rematch.advance(workspaceId, 4);
    expect(await sum(id)).toBe(8);
    await through();
    expect(await sum(id)).toBe(0);
  });

  it('equal a count of everything, whatever was labelled, corrected, removed and changed meanwhile', async () => {
    const early = await add(20);
    await label(15);
    const first = await monitors.create(workspaceId, { name: 'Apple', competitor: false, rules: rules('apple') });
    const gone = await add(9);
    await rematch.advance(workspaceId, 6);
    await label(10);
    const second = await monitors.create(workspaceId, { name: 'Pear', competitor: true, rules: rules('pear') });
    await rematch.advance(workspaceId, 6);
    const corrected = Number((await test.database.comment.findFirstOrThrow({ where: { text: 'apple 0' } })).id);
    await labels.store.correct(workspaceId, corrected, { label: 'neutral', userId: 1 });
    await test.database.$transaction((transaction) => intake.removeRun(transaction, workspaceId, gone.runId));
    await through();
    await monitors.update(workspaceId, first.id, { rules: rules('apple', 'pear') });
    await add(7);
    await label(50);
    await rematch.advance(workspaceId, 6);
    const edited = [{ externalId: '3', text: 'pear now', publishedAt: new Date() }];
    await test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId, ...early, comments: edited, follow: true }),
    );
    await label(5);
    await labels.store.withdraw(workspaceId, corrected);
    await through();
    const kept = await buckets();
    expect(new Set(kept.map(({ monitorId }) => monitorId))).toEqual(new Set([0, first.id, second.id]));
    expect(await storedCounts(test.database, workspaceId)).toEqual(await recounted(test.database, workspaceId));
  });

  it('equal a count of everything when labels are stored at the moment at which it is through', async () => {
    await add(60);
    const { id } = await monitors.create(workspaceId, { name: 'Apple', competitor: false, rules: rules('apple') });
    const storing = (async () => {
      for (let batch = 0; batch < 20; batch++) await label(3);
    })();
    for (let change = 0; change < 8; change++) {
      await through(20);
      await monitors.update(workspaceId, id, { rules: rules(change % 2 ? 'apple' : 'pear') });
    }
    await Promise.all([storing, through(20)]);
    expect(await storedCounts(test.database, workspaceId)).toEqual(await recounted(test.database, workspaceId));
    expect(await sum(id)).toBe(40);
  });

  it('go with it when it is cleared away', async () => {
    await add(6);
    await label(6);
    const { id } = await monitors.create(workspaceId, { name: 'Apple', competitor: false, rules: rules('apple') });
    await through();
    await monitors.remove(workspaceId, id);
    await rematch.clearRemoved(workspaceId, 0);
    expect(await test.database.moodBucket.count({ where: { monitorId: id } })).toBe(0);
  });
});
