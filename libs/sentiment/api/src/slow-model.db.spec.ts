import { setTimeout as sleep } from 'node:timers/promises';
import { CommentIntake, GivenTags } from '@moodline/comments/api';
import { LanguageModel, type ChooseRequest, type ModelStatus, type Written } from '@moodline/language-model/api';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { LabelVersions } from './roles/label-versions.repository';
import { LabelWriters } from './testing/label-writers';
import { SentimentLabeller } from './sentiment-labeller';
import { ActiveTags } from './tags/active-tags.query';
import { TagHeads } from './tags/tag-heads.repository';

/** Answers only once it is told to. */
class SlowModel extends LanguageModel {
  private readonly asked = Promise.withResolvers<void>();
  private readonly told = Promise.withResolvers<void>();

  constructor(private readonly chances: readonly number[]) {
    super();
  }

  async choose({ texts }: ChooseRequest): Promise<(readonly number[] | null)[]> {
    this.asked.resolve();
    await this.told.promise;
    return texts.map(() => this.chances);
  }

  /** Resolves when a question waits for its answer. */
  isAsked(): Promise<void> {
    return this.asked.promise;
  }

  answer(): void {
    this.told.resolve();
  }

  write(): Promise<Written> {
    throw new Error('labelling does not write');
  }

  status(): ModelStatus {
    return { state: 'ready', model: 'slow', pid: 1, problem: null };
  }
}

describe('a model that is slower than the lease', () => {
  let test: TestDatabase;
  let labels: LabelWriters;
  const { signal } = new AbortController();

  beforeEach(async () => {
    test = await createTestDatabase();
    labels = new LabelWriters(test.database);
    const intake = new CommentIntake(Buffer.from('key'));
    labels.joins(intake);
    await new LabelVersions(test.database).ensure(test.workspaceId);
    const place = await test.source();
    const comments = ['one', 'two', 'three'].map((text) => ({
      externalId: text,
      text,
      publishedAt: new Date('2026-05-03T00:00:00Z'),
    }));
    await test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments }),
    );
  });
  afterEach(() => test.close());

  const start = async (model: SlowModel) => {
    const labelling = new SentimentLabeller(
      labels.queue,
      labels.store,
      new LabelVersions(test.database),
      model,
      new ActiveTags(test.database, new TagHeads(test.database)),
      new GivenTags(test.database),
    ).labelNext(signal);
    await model.isAsked();
    // Within an object, as an async function would wait for a promise that it returns.
    return { labelling };
  };
  const loseLease = () => test.database.labelTask.updateMany({ data: { leaseUntil: new Date(0) } });

  it('keeps its comments, because the lease is renewed while it works', async () => {
    const renew = jest.spyOn(labels.queue, 'renew');
    const model = new SlowModel([0.9, 0.05, 0.05]);
    const { labelling } = await start(model);
    await loseLease();
    // A third of the lease, in real time.
    while (!renew.mock.results.length) await sleep(50);
    await renew.mock.results[0]?.value;
    expect(await labels.queue.claim(10, 15)).toEqual([]);
    model.answer();
    expect(await labelling).toBe(3);
  });

  it('doubles nothing when the lease is lost all the same and another worker takes the comments', async () => {
    const slow = new SlowModel([0.9, 0.05, 0.05]);
    const other = new SlowModel([0.05, 0.05, 0.9]);
    const { labelling } = await start(slow);
    await loseLease();
    const { labelling: second } = await start(other);
    other.answer();
    expect(await second).toBe(3);
    slow.answer();
    expect(await labelling).toBe(0);
    expect(await labels.counts.counts(test.workspaceId)).toEqual({ pending: 0, labelled: 3, unscored: 0 });
    expect((await test.database.label.findMany()).map(({ label }) => label)).toEqual([
      'negative',
      'negative',
      'negative',
    ]);
    expect(await test.database.moodBucket.findMany()).toMatchObject([{ positive: 0, negative: 3 }]);
  });
});
