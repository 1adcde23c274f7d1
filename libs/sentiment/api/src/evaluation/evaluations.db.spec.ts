import { join } from 'node:path';
import { FilterResolver, ThemeWordsQuery, CommentRepository } from '@moodline/comments/api';
import { LanguageModel, type ChooseRequest, type ModelStatus } from '@moodline/language-model/api';
import type { Settings } from '@moodline/shared/config';
import type { Label } from '@moodline/comments/contract';
import { NotFoundError, ServerEvents, type Actor } from '@moodline/shared/http';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { LabelWriters } from '../testing/label-writers';
import { LabelledSetImporter } from '../labelled-sets/labelled-set-importer';
import { LabelledSetRepository } from '../labelled-sets/labelled-set.repository';
import { LabelVersions } from '../roles/label-versions.repository';
import { BuiltInSet } from './built-in-set';
import { CorrectedComments } from './corrected-comments.query';
import { EvaluationEnding } from './evaluation-ending';
import { EvaluationNews } from './evaluation-news';
import { EvaluationRemoval } from './evaluation-removal.repository';
import { EvaluationRows } from './evaluation-rows.query';
import { EvaluationRunner } from './evaluation-runner';
import { EvaluationRepository } from './evaluation.repository';
import { Evaluator } from './evaluator';
import { GoldRows } from './gold-rows';
import { LabelPredictor } from './label-predictor';
import { QualityReader } from './quality-reader';
import { RoleVersions } from './role-versions.query';

/** Takes texts that begin with “good” for positive and everything else for negative. */
class ScriptedModel extends LanguageModel {
  name = 'spec';
  asked: string[] = [];
  onChoose: () => Promise<void> = async () => undefined;

  async choose({ texts }: ChooseRequest): Promise<(readonly number[] | null)[]> {
    await this.onChoose();
    this.asked.push(...texts);
    return texts.map((text) => (text.startsWith('good') ? [0.8, 0.1, 0.1] : [0.1, 0.2, 0.7]));
  }

  write(): never {
    throw new Error('nothing is written here');
  }

  status(): ModelStatus {
    return { state: 'ready', model: this.name, pid: null, problem: null };
  }
}

const running = () => new AbortController().signal;

describe('evaluations', () => {
  let test: TestDatabase;
  let model: ScriptedModel;
  let evaluations: EvaluationRepository;
  let labels: LabelWriters;
  let importer: LabelledSetImporter;
  let evaluator: Evaluator;
  let removal: EvaluationRemoval;
  let ending: EvaluationEnding;
  let quality: QualityReader;
  let ann: Actor;
  let newRunner: () => EvaluationRunner;
  const events = new ServerEvents();

  beforeEach(async () => {
    test = await createTestDatabase();
    const { database } = test;
    model = new ScriptedModel();
    evaluations = new EvaluationRepository(database);
    labels = new LabelWriters(database);
    const sets = new LabelledSetRepository(database);
    importer = new LabelledSetImporter(sets);
    const rows = new EvaluationRows(database);
    const corrected = new CorrectedComments(database);
    const gold = new GoldRows(
      corrected,
      sets,
      new BuiltInSet({ rootDir: join(__dirname, '../../../../..') } as Settings),
      rows,
    );
    const predictor = new LabelPredictor(model);
    const versions = new RoleVersions(database);
    evaluator = new Evaluator(evaluations, gold, rows, versions, predictor, sets);
    removal = new EvaluationRemoval(database);
    ending = new EvaluationEnding(evaluations, removal, events);
    newRunner = () => new EvaluationRunner(evaluations, gold, predictor, versions);
    quality = new QualityReader(corrected);
    await new LabelVersions(test.database).ensure(test.workspaceId);
    const { id } = await database.user.create({
      data: { workspaceId: test.workspaceId, name: 'Ann', role: 'analyst' },
    });
    ann = { workspaceId: test.workspaceId, userId: id, role: 'analyst', by: 'session' };
  });
  afterEach(() => test.close());

  const upload = (content: string, name = 'My set') =>
    importer.import(
      test.workspaceId,
      { name, file: 'set.csv' },
      (async function* () {
        yield Buffer.from(content);
      })(),
    );
  const many = (count: number) =>
    `text,label\n${Array.from({ length: count }, (_, index) => (index % 2 ? `good ${index},pos` : `bad ${index},neg`)).join('\n')}`;
  const start = (set: Parameters<Evaluator['start']>[1]['set'], more: { version?: number; model?: string } = {}) =>
    evaluator.start(ann, { set, role: 'label', version: 1, ...more });
  const find = (id: number) => evaluator.detail(test.workspaceId, id);
  const correct = async (...pairs: [text: string, machine: Label, human: Label][]) => {
    const ids = await storeLabelled(
      test,
      pairs.map(([text, label]) => ({ text, label, publishedAt: new Date('2026-05-03T00:00:00Z') })),
    );
    await test.database.label.updateMany({ data: { positive: 0.6, neutral: 0.2, negative: 0.2 } });
    for (const [index, [, , label]] of pairs.entries())
      await labels.store.correct(test.workspaceId, ids[index] as number, { label, userId: ann.userId });
    return ids;
  };

  it('scores a set with the model and shows what it got wrong', async () => {
    const { id: set } = await upload('text,label\ngood phone,pos\nbad phone,neg\ngood grief,neg\nok,neutral\n!!!,pos');
    const { id } = await start(set);
    expect(await newRunner().runNext(running())).toBe(true);
    const { state, done, total, result, wrong, by } = await find(id);
    expect({ state, done, total, by }).toEqual({ state: 'done', done: 5, total: 5, by: 'Ann' });
    expect(result).toMatchObject({
      rows: 5,
      unscored: 1,
      accuracy: { n: 4, correct: 2 },
      confusion: [
        [1, 0, 0],
        [0, 0, 1],
        [1, 0, 1],
      ],
    });
    expect(wrong.map(({ text, gold, predicted }) => [text, gold, predicted])).toEqual([
      ['good grief', 'negative', 'positive'],
      ['ok', 'neutral', 'negative'],
    ]);
    expect(await newRunner().runNext(running())).toBe(false);
  });

  it('scores the set of the product', async () => {
    const { id, total } = await start('built-in');
    expect(total).toBeGreaterThan(300);
    expect((await evaluator.choices(test.workspaceId)).builtIn).toBe(total);
    while ((await evaluator.list(test.workspaceId))[0]?.state !== 'done') await newRunner().runNext(running());
    const { result, wrong } = await find(id);
    expect(Object.keys(result?.byLanguage ?? {})).toEqual(expect.arrayContaining(['en', 'ja', 'zh']));
    expect(wrong[0]?.text).toEqual(expect.any(String));
  });

  it('scores corrections of the version in force by what is stored, without the model', async () => {
    await correct(['a', 'positive', 'positive'], ['b', 'positive', 'negative']);
    const { id } = await start('corrections', { model: 'spec' });
    await newRunner().runNext(running());
    expect((await find(id)).result).toMatchObject({ accuracy: { n: 2, correct: 1 }, bySource: { Forum: { rows: 2 } } });
    expect(model.asked).toEqual([]);
  });

  it('asks the model for corrected comments that another version labels', async () => {
    await correct(['good', 'negative', 'positive'], ['bad', 'positive', 'negative']);
    await test.database.roleVersion.create({
      data: { workspaceId: test.workspaceId, role: 'label', version: 3, system: 'other words' },
    });
    const { id } = await start('corrections', { version: 3 });
    await newRunner().runNext(running());
    expect(model.asked.sort()).toEqual(['bad', 'good']);
    expect((await find(id)).result?.accuracy).toMatchObject({ n: 2, correct: 2 });
  });

  it('straightens probabilities by the calibration that is kept with the version, as the labeller does', async () => {
    const { id: set } = await upload('text,label\nbad phone,neg');
    const calibration = {
      note: 'spec',
      model: 'spec',
      languages: { en: { temperature: 1, bias: { positive: 9, neutral: 0, negative: 0 }, unsureBelow: 0.5 } },
    };
    await test.database.roleVersion.update({
      where: { workspaceId_role_version: { workspaceId: test.workspaceId, role: 'label', version: 1 } },
      data: { calibration },
    });
    const { id } = await start(set);
    await newRunner().runNext(running());
    expect((await find(id)).wrong).toMatchObject([{ gold: 'negative', predicted: 'positive' }]);
  });

  it('goes on after a stop where it was, and judges nothing twice', async () => {
    const { id: set } = await upload(many(80));
    const { id } = await start(set);
    const stop = new AbortController();
    model.onChoose = async () => {
      if (model.asked.length >= 32) {
        stop.abort();
        throw new Error('the process ends');
      }
    };
    await newRunner().runNext(stop.signal);
    expect(await find(id)).toMatchObject({ state: 'running', done: 32 });
    model.onChoose = async () => undefined;
    await newRunner().runNext(running());
    expect(await find(id)).toMatchObject({ state: 'done', done: 80, result: { accuracy: { n: 80, correct: 80 } } });
    expect(model.asked).toHaveLength(80);
  });

  it('ends at once when it is cancelled; removed then, it can be brought back for ten minutes and goes after them', async () => {
    const { id: set } = await upload(many(80));
    const { id } = await start(set);
    model.onChoose = async () => {
      if (model.asked.length === 32) await ending.end(test.workspaceId, id);
    };
    await newRunner().runNext(running());
    expect(await find(id)).toMatchObject({ state: 'cancelled', done: 32, result: null });
    await ending.end(test.workspaceId, id);
    await removal.clear();
    expect(await find(id)).toMatchObject({ state: 'cancelled', removeAt: expect.any(String) });
    expect(await ending.keep(test.workspaceId, id)).toMatchObject({ removeAt: null });
    await ending.end(test.workspaceId, id);
    await test.database.evaluation.updateMany({ data: { removeAt: new Date(Date.now() - 1_000) } });
    expect(await evaluator.list(test.workspaceId)).toEqual([]);
    await expect(ending.keep(test.workspaceId, id)).rejects.toThrow(NotFoundError);
    await removal.clear();
    expect([await test.database.evaluation.count(), await test.database.evaluationRow.count()]).toEqual([0, 0]);
  });

  it('works on one evaluation of a workspace at a time', async () => {
    const { id: set } = await upload(many(4));
    await start(set);
    await start(set);
    const [one, two] = await Promise.all([evaluations.claim(60), evaluations.claim(60)]);
    expect([one, two].filter(Boolean)).toHaveLength(1);
  });

  it.each([
    ['the model is another by then', 'model-changed', async () => void (model.name = 'other')],
    ['the set is removed meanwhile', 'texts-removed', async (set: number) => importer.remove(test.workspaceId, set)],
  ])('fails with a reason when %s', async (_, problem, happens) => {
    const { id: set } = await upload(many(4));
    const { id } = await start(set);
    await happens(set);
    await newRunner().runNext(running());
    expect(await find(id)).toMatchObject({ state: 'failed', problem });
  });

  it('refuses what cannot be measured', async () => {
    await expect(start('corrections')).rejects.toThrow('nobody has labelled');
    await expect(start(4711)).rejects.toThrow('There is no labelled set 4711');
    const { id: set } = await upload(many(2));
    await expect(start(set, { version: 9 })).rejects.toThrow('There is no version');
    await expect(start(set, { model: 'bigger' })).rejects.toThrow('bigger does not label at the moment');
    await expect(upload(many(2))).rejects.toThrow('already');
  });

  it('forgets comments that are removed, also in the middle of the work', async () => {
    const [id] = await correct(['good', 'negative', 'positive'], ['b', 'positive', 'negative']);
    const { id: evaluation } = await start('corrections', { model: 'spec' });
    await test.database.$transaction((transaction) =>
      evaluations.forget(transaction, test.workspaceId, [id as number]),
    );
    await newRunner().runNext(running());
    expect(await find(evaluation)).toMatchObject({ state: 'done', done: 1, total: 1, result: { rows: 1 } });
  });

  it('tells how far it is, once each', async () => {
    const { id: set } = await upload(many(40));
    const { id } = await start(set);
    const told: unknown[] = [];
    events.of(test.workspaceId).subscribe(({ data }) => told.push(data));
    const news = new EvaluationNews(evaluations, events);
    await news.publish();
    await news.publish();
    await newRunner().runNext(running());
    await news.publish();
    expect(told).toEqual([
      { id, state: 'queued', done: 0, total: 40 },
      { id, state: 'done', done: 40, total: 40 },
    ]);
  });

  it('reads the quality of the labels that stand, by version, within a filter', async () => {
    await correct(['a', 'positive', 'positive'], ['b', 'positive', 'negative'], ['电池', 'negative', 'negative']);
    const comments = new CommentRepository(test.database);
    const read = async (filter: object) =>
      quality.read(
        await new FilterResolver(comments, new ThemeWordsQuery(test.database)).resolve(test.workspaceId, filter),
      );
    const all = await read({});
    expect(all.result).toMatchObject({ rows: 3, accuracy: { n: 3, correct: 2 } });
    expect(all.byVersion).toMatchObject([{ version: 1, model: 'spec', part: { rows: 3 } }]);
    expect((await read({ language: ['zh'] })).result).toMatchObject({ rows: 1, accuracy: { correct: 1 } });
  });
});
