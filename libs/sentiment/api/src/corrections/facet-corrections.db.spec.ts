import { CommentRepository } from '@moodline/comments/api';
import { NotFoundError, ServerEvents, type Actor } from '@moodline/shared/http';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { JudgedHeadsQuery } from '../evaluation/judged-heads.query';
import { countAnew, recounted, storedCounts } from '../testing/counted-anew.query';
import { LabelWriters } from '../testing/label-writers';
import { LabelCorrector } from './label-corrector';

describe('what people say of emotion and kind', () => {
  let test: TestDatabase;
  let corrector: LabelCorrector;
  let ann: Actor;
  let id: number;

  beforeEach(async () => {
    test = await createTestDatabase();
    const { database, workspaceId } = test;
    const comments = new CommentRepository(database);
    corrector = new LabelCorrector(new LabelWriters(database).store, comments, new ServerEvents());
    const { id: userId } = await database.user.create({ data: { workspaceId, name: 'Ann', role: 'analyst' } });
    ann = { workspaceId, userId, role: 'analyst', by: 'session' };
    const publishedAt = new Date('2026-05-03T00:00:00Z');
    [id = 0] = await storeLabelled(test, [{ text: 'Half price until Sunday', label: 'positive', publishedAt }]);
    await database.label.updateMany({
      data: { emotion: 'joy', emotionProbability: 0.4, emotionUnsure: true, kind: 'ad', kindProbability: 0.93 },
    });
    await countAnew(database, workspaceId);
  });
  afterEach(() => test.close());

  const bucket = async () => (await test.database.moodBucket.findMany({ where: { monitorId: 0 } }))[0];
  const expectCounted = async () =>
    expect(await storedCounts(test.database, test.workspaceId)).toEqual(
      await recounted(test.database, test.workspaceId),
    );

  it('counts before the machine, which stays beside it, until it is taken back', async () => {
    const said = await corrector.sayFacet(ann, id, 'emotion', 'surprise');
    expect(said.emotion).toMatchObject({
      value: 'surprise',
      machine: 'joy',
      probability: 0.4,
      correction: { value: 'surprise', by: 'Ann' },
    });
    expect(await bucket()).toMatchObject({ surprise: 1, joy: 0, ad: 1 });
    await expectCounted();
    const back = await corrector.sayFacet(ann, id, 'emotion', null);
    // The machine is not sure: nothing is told, and nothing counts.
    expect(back.emotion).toEqual({ value: null, machine: 'joy', probability: 0.4, correction: null });
    expect(await bucket()).toMatchObject({ surprise: 0, joy: 0, ad: 1 });
    await expectCounted();
  });

  it('brings a comment back into the mood whose kind was left out', async () => {
    await test.database.leavingOut.create({ data: { workspaceId: test.workspaceId, kinds: ['ad'] } });
    await countAnew(test.database, test.workspaceId);
    expect(await bucket()).toMatchObject({ positive: 0, ad: 1, kindLeftOut: 1 });
    const said = await corrector.sayFacet(ann, id, 'kind', 'opinion');
    expect(said).toMatchObject({ kind: { value: 'opinion' } });
    expect(said.leftOut).toBeUndefined();
    expect(await bucket()).toMatchObject({ positive: 1, ad: 0, opinion: 1, kindLeftOut: 0 });
    await expectCounted();
    expect(await corrector.sayFacet(ann, id, 'kind', null)).toMatchObject({ leftOut: 'kind' });
    await expectCounted();
  });

  it('tells how right the machine was, per head and language', async () => {
    await corrector.sayFacet(ann, id, 'kind', 'ad');
    await corrector.sayFacet(ann, id, 'emotion', 'none');
    await corrector.correct(ann, id, { label: 'neutral' });
    const judged = await new JudgedHeadsQuery(test.database).read(test.workspaceId);
    expect(judged).toMatchObject({
      mood: { accuracy: { n: 1, correct: 0 } },
      emotion: { accuracy: { n: 1, correct: 0 }, byLanguage: { en: { n: 1 } } },
      kind: { accuracy: { n: 1, correct: 1 } },
    });
  });

  it('knows no comment that is not there', async () => {
    await expect(corrector.sayFacet(ann, 999, 'kind', 'ad')).rejects.toThrow(NotFoundError);
  });
});
