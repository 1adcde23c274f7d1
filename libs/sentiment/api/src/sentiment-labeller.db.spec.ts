import { CommentIntake, GivenTags } from '@moodline/comments/api';
import { LanguageModel, type ChooseRequest, type ModelStatus, type Written } from '@moodline/language-model/api';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { LabelVersions } from './roles/label-versions.repository';
import { LabelWriters } from './testing/label-writers';
import { SentimentLabeller } from './sentiment-labeller';
import { ActiveTags } from './tags/active-tags.query';
import { TagHeads } from './tags/tag-heads.repository';

/** Says positive to everything, dies on any request with `poison` in it, and is gone altogether while `gone`. */
class FragileModel extends LanguageModel {
  gone = false;
  asked: number[] = [];

  async choose({ texts }: ChooseRequest): Promise<(readonly number[] | null)[]> {
    this.asked.push(texts.length);
    if (this.gone || texts.some((text) => text.includes('poison'))) throw new Error('the model process ended');
    return texts.map((text) => (text.includes('strange') ? null : [0.9, 0.05, 0.05]));
  }

  write(): Promise<Written> {
    throw new Error('labelling does not write');
  }

  status(): ModelStatus {
    return { state: this.gone ? 'failed' : 'ready', model: 'fragile', pid: 1, problem: null };
  }
}

describe('SentimentLabeller', () => {
  let test: TestDatabase;
  let labels: LabelWriters;
  let model: FragileModel;
  let labeller: SentimentLabeller;
  const { signal } = new AbortController();

  beforeEach(async () => {
    test = await createTestDatabase();
    labels = new LabelWriters(test.database);
    model = new FragileModel();
    labeller = new SentimentLabeller(
      labels.queue,
      labels.store,
      new LabelVersions(test.database),
      model,
      new ActiveTags(test.database, new TagHeads(test.database)),
      new GivenTags(test.database),
    );
  });
  afterEach(() => test.close());

  const add = async (...texts: string[]) => {
    const intake = new CommentIntake(Buffer.from('key'));
    labels.joins(intake);
    const place = await test.source(`source ${Math.random()}`);
    const comments = texts.map((text, index) => ({
      externalId: String(index),
      text,
      publishedAt: new Date('2026-05-03T00:00:00Z'),
    }));
    await test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments }),
    );
  };
  const counts = () => labels.counts.counts(test.workspaceId);

  it('labels what waits and says when nothing does', async () => {
    await add('good', 'fine');
    expect(await labeller.labelNext(signal)).toBe(2);
    expect(await labeller.labelNext(signal)).toBe(0);
    expect(await counts()).toEqual({ pending: 0, labelled: 2, unscored: 0 });
  });

  it('asks nobody about a comment without words, and leaves it unscored', async () => {
    await add('https://example.com');
    await labeller.labelNext(signal);
    expect(model.asked).toEqual([]);
    expect(await counts()).toMatchObject({ unscored: 1 });
  });

  it('leaves unscored what is in a language that is not labelled, and asks nobody about emoji', async () => {
    await add('Der Akku hält nur zwei Stunden', '😍😍', '🙃');
    await labeller.labelNext(signal);
    expect(model.asked).toEqual([]);
    expect(
      await test.database.label.findMany({
        orderBy: { commentId: 'asc' },
        select: { label: true, unscoredReason: true, unsure: true },
      }),
    ).toEqual([
      { label: null, unscoredReason: 'unsupported-language', unsure: false },
      { label: 'positive', unscoredReason: null, unsure: false },
      { label: 'negative', unscoredReason: null, unsure: true },
    ]);
  });

  it('labels reviews without words by their stars, each for itself, and asks nobody', async () => {
    const intake = new CommentIntake(Buffer.from('key'));
    labels.joins(intake);
    const place = await test.source('Shop');
    const publishedAt = new Date('2026-05-03T00:00:00Z');
    const comments = [5, 5, 1].map((stars, index) => ({ externalId: `${index}`, text: '', stars, publishedAt }));
    await test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments }),
    );
    await labeller.labelNext(signal);
    expect(model.asked).toEqual([]);
    const rows = await test.database.label.findMany({ orderBy: { commentId: 'asc' }, select: { label: true } });
    expect(rows.map(({ label }) => label)).toEqual(['positive', 'positive', 'negative']);
    expect(await test.database.comment.count({ where: { duplicateOf: { not: null } } })).toBe(0);
    expect(await test.database.textPrint.count()).toBe(0);
  });

  it('asks once about nearly the same texts, in one batch and later', async () => {
    await add('great phone', 'Great phone!!', 'bad phone');
    await labeller.labelNext(signal);
    await add('GREAT PHONE', 'Great phone https://example.com');
    await labeller.labelNext(signal);
    expect(model.asked).toEqual([2]);
    expect(await counts()).toEqual({ pending: 0, labelled: 5, unscored: 0 });
  });

  it('asks again about a known text for another version of the role', async () => {
    await add('great phone');
    await labeller.labelNext(signal);
    await test.database.roleVersion.create({
      data: { workspaceId: test.workspaceId, role: 'label', version: 3, system: 'another prompt' },
    });
    await test.database.role.updateMany({ data: { activeVersion: 3 } });
    await add('Great phone');
    await labeller.labelNext(signal);
    expect(model.asked).toEqual([1, 1]);
  });

  it('calibrates by the role version, only for the model it was fitted on, and marks what stays unsure', async () => {
    const english = { temperature: 1, bias: { positive: -4, neutral: 0, negative: 0 }, unsureBelow: 0.9 };
    await new LabelVersions(test.database).ensure(test.workspaceId);
    await test.database.roleVersion.updateMany({
      data: { calibration: { note: 'spec', model: 'fragile', languages: { en: english } } },
    });
    await add('good', '不错');
    await labeller.labelNext(signal);
    expect(
      await test.database.label.findMany({ orderBy: { commentId: 'asc' }, select: { label: true, unsure: true } }),
    ).toEqual([
      { label: 'negative', unsure: true },
      { label: 'positive', unsure: false },
    ]);
  });

  it('leaves a comment unscored on which the model gave no number', async () => {
    await add('strange', 'good');
    await labeller.labelNext(signal);
    expect(await counts()).toEqual({ pending: 0, labelled: 1, unscored: 1 });
  });

  it('finds the one comment that kills the model and labels all others', async () => {
    await add('good', 'poison', 'fine');
    await expect(labeller.labelNext(signal)).rejects.toThrow('ended');
    await labeller.labelNext(signal).catch(() => 0);
    await labeller.labelNext(signal).catch(() => 0);
    expect(await counts()).toEqual({ pending: 0, labelled: 2, unscored: 1 });
  });

  it('waits as long as the model is gone, and takes nothing for unscored', async () => {
    await add('good');
    model.gone = true;
    for (let attempt = 0; attempt < 6; attempt++) await expect(labeller.labelNext(signal)).rejects.toThrow('ended');
    model.gone = false;
    expect(await labeller.labelNext(signal)).toBe(1);
    expect(await counts()).toEqual({ pending: 0, labelled: 1, unscored: 0 });
  });
});
