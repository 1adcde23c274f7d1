import { join } from 'node:path';
import type { Learning } from '@moodline/sentiment/contract';
import type { Settings } from '@moodline/shared/config';
import { BuiltInSet } from '../evaluation/built-in-set';
import { CorrectedComments } from '../evaluation/corrected-comments.query';
import { EvaluationRows } from '../evaluation/evaluation-rows.query';
import { EvaluationRepository } from '../evaluation/evaluation.repository';
import { Evaluator } from '../evaluation/evaluator';
import { GoldRows } from '../evaluation/gold-rows';
import { LabelPredictor } from '../evaluation/label-predictor';
import { RoleVersions } from '../evaluation/role-versions.query';
import { LabelledSetRepository } from '../labelled-sets/labelled-set.repository';
import { FeatureModel, featuredRows, featuredTexts, type FeaturedText } from '../testing/feature-model';
import { LabellingBench } from '../testing/labelling-bench';
import { WorkspaceList } from '../workspace-list.query';
import { RelabellingCountsQuery } from '../relabelling/relabelling-counts.query';
import { RelabellingSpeed } from '../relabelling/relabelling-speed';
import { AdoptionEffortReader } from './adoption-effort';
import { FeatureStore } from './feature-store.repository';
import { FeatureTaker } from './feature-taker';
import { HeadAdopter } from './head-adopter';
import { HeadLearner } from './head-learner';
import { HeadProposals } from './head-proposals.repository';
import { JudgedTexts } from './judged-texts.query';
import { learnMood, type MoodLesson } from './learn-mood';
import { LearningReader } from './learning-reader';
import { LearningRound } from './learning-round';
import { MoodTeacher, type TeachingTask } from './mood-teacher';
import { ProposedChanges } from './proposed-changes.query';

/** Learns here and not in a thread, with rows of the world of the model. */
class TeacherHere extends MoodTeacher {
  tasks: TeachingTask[] = [];

  async learn(task: TeachingTask): Promise<MoodLesson> {
    this.tasks.push(task);
    return learnMood({ ...task, replay: featuredRows(200, 101), known: featuredRows(150, 102) });
  }
}

describe('learning from judgements', () => {
  let bench: LabellingBench;
  let model: FeatureModel;
  let teacher: TeacherHere;
  let round: LearningRound;
  let learner: HeadLearner;
  let proposals: HeadProposals;
  let adopter: HeadAdopter;
  let reader: LearningReader;
  let workspaceId: number;
  const { signal } = new AbortController();

  beforeEach(async () => {
    model = new FeatureModel();
    bench = await LabellingBench.open(model);
    ({ workspaceId } = bench.test);
    const { database } = bench.test;
    const texts = new JudgedTexts(database);
    const taker = new FeatureTaker(model, texts, new FeatureStore(database, texts));
    proposals = new HeadProposals(database, bench.roles, texts);
    teacher = new TeacherHere();
    learner = new HeadLearner(model, bench.versions, texts, taker, proposals, teacher, bench.events);
    const sets = new LabelledSetRepository(database);
    const rows = new EvaluationRows(database);
    const gold = new GoldRows(
      new CorrectedComments(database),
      sets,
      new BuiltInSet({ rootDir: join(__dirname, '../../../../..') } as Settings),
      rows,
    );
    const predictor = new LabelPredictor(model);
    const evaluations = new EvaluationRepository(database);
    const evaluator = new Evaluator(evaluations, gold, rows, new RoleVersions(database), predictor, sets);
    adopter = new HeadAdopter(proposals, bench.versions, bench.editor, bench.planner, evaluator, model, bench.events);
    round = new LearningRound(new WorkspaceList(database), model, taker, learner, adopter, proposals, texts);
    reader = new LearningReader(model, bench.versions, texts, proposals, new ProposedChanges(database));
  });
  afterEach(() => bench.test.close());

  const read = (): Promise<Learning> => reader.read(workspaceId);
  const workAll = async () => {
    while (await round.work(signal));
  };
  /** Stores texts and has them labelled. @returns the ids by text */
  const store = async (texts: readonly FeaturedText[]): Promise<Map<string, number>> => {
    await bench.add(texts.map(({ text }) => text));
    await bench.labelAll();
    const rows = await bench.test.database.comment.findMany({ select: { id: true, text: true } });
    return new Map(rows.map(({ id, text }) => [text, Number(id)]));
  };
  const judge = async (texts: readonly FeaturedText[], ids: ReadonlyMap<string, number>, asked = true) => {
    for (const { text, label } of texts)
      await bench.labels.store.correct(workspaceId, ids.get(text) ?? 0, {
        label,
        userId: 1,
        ...(asked && { asked: { way: 'telling' as const } }),
      });
  };
  const effort = () => {
    const counts = new RelabellingCountsQuery(bench.test.database);
    return new AdoptionEffortReader(counts, new RelabellingSpeed(model, counts), bench.versions).read(workspaceId);
  };
  const features = () => bench.test.database.commentFeatures.findMany();

  it('says before a click how many comments would be labelled again, and how fast', async () => {
    expect(await effort()).toEqual({ comments: 0, perSecond: null });
    await store(featuredTexts(30, { seed: 5 }));
    const { comments, perSecond } = await effort();
    expect(comments).toBe(30);
    expect(perSecond).toBeGreaterThan(0);
    jest.spyOn(model, 'classify').mockRejectedValue(new Error('It does not run.'));
    expect(await effort()).toEqual({ comments: 30, perSecond: null });
  });

  it('proposes a head that is better on what was judged, and shows what it would change', async () => {
    const texts = featuredTexts(150, { seed: 3, strange: 0.6 });
    const ids = await store(texts);
    await judge(texts.slice(0, 100), ids);
    expect(await read()).toMatchObject({ able: 'yes', judged: 100, asked: 100, fresh: 100, proposal: null });
    await proposals.keepSetting(workspaceId, { wantedAt: new Date() });
    await workAll();
    expect(await features()).toHaveLength(100);
    const { proposal, state, fresh } = await read();
    expect({ state, fresh }).toEqual({ state: 'resting', fresh: 0 });
    expect(proposal).toMatchObject({ state: 'proposed', judged: 100, lookedAt: 50, own: { n: 100 } });
    expect(proposal?.own?.after).toBeGreaterThan((proposal?.own?.before ?? 0) + 10);
    const strange = texts.slice(100).filter(({ text }) => text.includes('strange'));
    expect(proposal?.changing).toBeGreaterThan(0.8 * strange.length);
    const first = proposal?.changes.find(({ text }) => text.startsWith('good strange'));
    expect(first).toMatchObject({ before: 'positive', after: 'negative' });
  });

  it('puts a proposal in force: comments are labelled again, and it is switched to them', async () => {
    const texts = featuredTexts(150, { seed: 3, strange: 0.6 });
    const ids = await store(texts);
    await judge(texts.slice(0, 100), ids);
    await proposals.keepSetting(workspaceId, { wantedAt: new Date() });
    await workAll();
    const id = (await read()).proposal?.id ?? 0;
    const version = await adopter.adopt(bench.actor, id);
    await expect(adopter.adopt(bench.actor, id)).rejects.toMatchObject({ code: 'proposal-decided' });
    expect((await bench.versions.inForce(workspaceId)).version).not.toBe(version);
    await bench.workAll();
    expect(await bench.planner.switchReady()).toBe(true);
    await bench.workAll();
    expect(await bench.planner.switchReady()).toBe(false);
    expect(await bench.versions.inForce(workspaceId)).toMatchObject({ version, kind: 'head' });
    const right = await bench.test.database.$queryRaw<{ text: string; label: string }[]>`
      SELECT c.text, m.machine_label AS label FROM comment c JOIN comment_mood m ON m.comment_id = c.id`;
    const gold = new Map(texts.map(({ text, label }) => [text, label]));
    expect(right.filter(({ text, label }) => gold.get(text) === label).length).toBeGreaterThan(0.85 * texts.length);
    const { kept, rebuilt } = await bench.bucketsAndRebuilt();
    expect(kept).toEqual(rebuilt);
    // What it has learned from says nothing of how right it is.
    const judged = await new CorrectedComments(bench.test.database).standing({
      workspaceId,
      timeZone: 'UTC',
      from: null,
      to: null,
    });
    expect(judged).toEqual([]);
    expect(await bench.test.database.evaluation.findMany()).toMatchObject([{ version, setKind: 'written' }]);
  });

  it('puts it in force by itself where that is wished, once no other re-labelling is open', async () => {
    const texts = featuredTexts(100, { seed: 5, strange: 0.6 });
    const ids = await store(texts);
    await judge(texts.slice(0, 80), ids);
    const { version: other } = await bench.draft('says negative');
    const open = await bench.planner.start(bench.actor, { version: other, days: 30 });
    await proposals.keepSetting(workspaceId, { automatic: true, userId: 1, wantedAt: new Date() });
    await workAll();
    expect((await read()).proposal).toMatchObject({ state: 'proposed' });
    await bench.planner.discard(workspaceId, open.id);
    await workAll();
    const { proposal } = await read();
    expect(proposal).toMatchObject({ state: 'adopted', version: expect.any(Number) });
    expect(
      await bench.test.database.relabelling.findFirst({ where: { version: proposal?.version ?? 0 } }),
    ).toMatchObject({
      switchWhenReady: true,
      userId: 1,
    });
  });

  it('says so where there is too little to learn from, or nothing to be learned', async () => {
    const texts = featuredTexts(120, { seed: 6 });
    const ids = await store(texts);
    await judge(texts.slice(0, 60), ids, false);
    await judge(texts.slice(60, 80), ids);
    await proposals.keepSetting(workspaceId, { wantedAt: new Date() });
    await workAll();
    expect((await read()).proposal).toMatchObject({ state: 'too-few', judged: 80 });
    await judge(texts.slice(80), ids);
    await proposals.keepSetting(workspaceId, { wantedAt: new Date() });
    await workAll();
    expect((await read()).proposal).toMatchObject({ state: 'no-better', judged: 120, changes: [] });
    await expect(adopter.adopt(bench.actor, (await read()).proposal?.id ?? 0)).rejects.toMatchObject({
      code: 'proposal-decided',
    });
  });

  it('waits until people have rested, and begins after enough judgements', async () => {
    const texts = featuredTexts(40, { seed: 7 });
    const ids = await store(texts);
    const long = new Date(Date.now() - 3_600_000);
    const back = () => bench.test.database.humanLabel.updateMany({ data: { createdAt: long } });
    await judge(texts.slice(0, 24), ids);
    await back();
    await workAll();
    expect(teacher.tasks).toHaveLength(0);
    await judge(texts.slice(24, 25), ids);
    await workAll();
    expect(teacher.tasks).toHaveLength(0);
    await back();
    await workAll();
    expect(teacher.tasks).toHaveLength(1);
    expect(teacher.tasks[0]?.own).toHaveLength(25);
  });

  it('keeps no features of what is taken back, forgotten or changed meanwhile', async () => {
    const texts = featuredTexts(6, { seed: 8 });
    const ids = await store(texts);
    await judge(texts, ids);
    const idOf = (place: number) => ids.get(texts[place]?.text ?? '') ?? 0;
    model.meanwhile = async () => {
      model.meanwhile = () => undefined;
      await bench.labels.store.withdraw(workspaceId, idOf(0));
      await bench.test.database.comment.update({
        where: { workspaceId_id: { workspaceId, id: idOf(1) } },
        data: { text: 'another text' },
      });
    };
    await round.work(signal);
    expect((await features()).map(({ commentId }) => Number(commentId)).sort()).toEqual([2, 3, 4, 5].map(idOf).sort());
    await bench.labels.store.withdraw(workspaceId, idOf(2));
    await bench.test.database.$transaction((one) => bench.labels.store.forget(one, workspaceId, [idOf(3)]));
    await bench.test.database.$transaction((one) => bench.labels.store.forgetWords(one, workspaceId, [idOf(4)]));
    expect((await features()).map(({ commentId }) => Number(commentId))).toEqual([idOf(5)]);
  });

  it('is not able where a prompt is in force, and learns anew for other weights', async () => {
    const texts = featuredTexts(30, { seed: 9 });
    const ids = await store(texts);
    await judge(texts, ids);
    await workAll();
    model.by = 'other-weights';
    expect((await read()).state).toBe('reading');
    await workAll();
    expect(new Set((await features()).map(({ featuresBy }) => featuresBy))).toEqual(new Set(['other-weights']));
    const { version } = await bench.draft('says negative');
    await bench.editor.activate(bench.actor, 'label', { version, confirmWithoutEvaluation: true });
    expect((await read()).able).toBe('prompt');
  });

  it('is not done again where another process did it between the look and the claim', async () => {
    const texts = featuredTexts(60, { seed: 11 });
    await judge(texts, await store(texts));
    while (await round.work(signal));
    const before = await bench.test.database.headProposal.count();
    expect(await learner.learn(workspaceId, signal, () => Promise.resolve(false))).toBe(false);
    expect(await bench.test.database.headProposal.count()).toBe(before);
    // The claim was given back.
    expect(await proposals.claim(workspaceId)).toBe(true);
  });

  it('is done by one process at a time', async () => {
    const texts = featuredTexts(60, { seed: 10 });
    const ids = await store(texts);
    await judge(texts, ids);
    while (await round.work(signal));
    await proposals.keepSetting(workspaceId, { wantedAt: new Date() });
    await Promise.all([round.work(signal), round.work(signal)]);
    expect(teacher.tasks).toHaveLength(1);
    expect(await bench.test.database.headProposal.count()).toBe(1);
  });
});
