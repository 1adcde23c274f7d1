import { FeatureModel, featuredTexts, type FeaturedText } from '../testing/feature-model';
import { LabellingBench } from '../testing/labelling-bench';
import { TagBench } from '../testing/tag-bench';

const isStrange = ({ text }: FeaturedText) => text.includes('strange');

describe('tags that learn', () => {
  let bench: LabellingBench;
  let model: FeatureModel;
  let tags: TagBench;
  let workspaceId: number;
  let texts: FeaturedText[];
  let ids: Map<string, number>;
  let tag: number;

  beforeEach(async () => {
    model = new FeatureModel();
    bench = await LabellingBench.open(model);
    ({ workspaceId } = bench.test);
    tags = new TagBench(bench, model);
    texts = featuredTexts(160, { seed: 3, strange: 0.3 });
    ids = await store(texts);
    ({ id: tag } = await tags.tags.create(workspaceId, { name: 'Strange', color: 'red' }));
  });
  afterEach(() => bench.test.close());

  /** Stores texts and has them labelled. @returns the ids by text */
  async function store(added: readonly FeaturedText[]): Promise<Map<string, number>> {
    await bench.add(added.map(({ text }) => text));
    await bench.labelAll();
    const rows = await bench.test.database.comment.findMany({ select: { id: true, text: true } });
    return new Map(rows.map(({ id, text }) => [text, Number(id)]));
  }
  const idsOf = (some: readonly FeaturedText[]) => some.map(({ text }) => ids.get(text) ?? 0);
  const rows = () => bench.test.database.commentTag.findMany({ where: { tagId: tag, said: null } });
  /** Comments that the machine gave the tag, and whether each is one of these. */
  async function givenTo(wanted: readonly FeaturedText[]): Promise<{ right: number; wrong: number }> {
    const known = new Set(idsOf(wanted));
    const threshold = await best();
    const given = (await rows()).filter(({ probability }) => (probability ?? 0) >= threshold);
    const right = given.filter(({ commentId }) => known.has(Number(commentId))).length;
    return { right, wrong: given.length - right };
  }
  const best = async () => (await tags.read(tag)).versions[0]?.best.threshold ?? 1;
  async function learn(examples = 12): Promise<void> {
    await tags.say(tag, idsOf(texts.filter(isStrange).slice(0, examples)), true);
    await tags.rest();
    await tags.workAll();
  }

  it('have too few examples, and then a head with figures that say what they rest on', async () => {
    await learn(9);
    expect(await tags.read(tag)).toMatchObject({ able: true, enough: 10, state: 'resting', versions: [], scores: [] });
    expect(await tags.suggestions.of(workspaceId, tag, 'likely')).toEqual([]);
    await tags.say(tag, idsOf(texts.filter(isStrange).slice(9, 12)), true);
    expect(await tags.read(tag)).toMatchObject({ fresh: 12, state: 'reading' });
    await tags.rest();
    await tags.workAll();
    const learned = await tags.read(tag);
    expect(learned).toMatchObject({ fresh: 0, state: 'resting', inForce: null, comments: 160 });
    expect(learned.versions).toMatchObject([{ version: 1, yes: 12, no: 0, rate: { n: 0 }, best: { precision: null } }]);
    expect(learned.versions[0]?.best.recall).toBeGreaterThan(0.5);
    const suggested = await tags.suggestions.of(workspaceId, tag, 'likely');
    expect(suggested.length).toBeGreaterThan(3);
    expect(suggested.slice(0, 4).every(({ comment }) => comment.text.includes('strange'))).toBe(true);
    // Those with words of the examples come first, the most probable of them ahead.
    const shares = suggested.map(({ words }) => words.length > 0);
    expect(shares).toEqual(shares.toSorted((a, b) => Number(b) - Number(a)));
    const chances = suggested.filter(({ words }) => words.length > 0).map(({ probability }) => probability);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
  });

  it('suggest something also where there are few comments, and keep some of them to be asked at random', async () => {
    await tags.say(tag, idsOf(texts.filter(isStrange).slice(0, 12)), true);
    const { database } = bench.test;
    const kept = new Set(idsOf([...texts.filter(isStrange).slice(0, 16), ...texts.slice(0, 24)]));
    const others = [...ids.values()].filter((id) => !kept.has(id));
    await database.$transaction((one) => bench.intake.removeThese(one, workspaceId, others));
    await tags.rest();
    await tags.workAll();
    expect((await tags.suggestions.of(workspaceId, tag, 'likely')).length).toBeGreaterThan(3);
    const telling = await tags.suggestions.of(workspaceId, tag, 'telling');
    expect(telling.some(({ drawn }) => drawn)).toBe(true);
  });

  it('ask some comments at random, and tell precision by them', async () => {
    await learn();
    const telling = await tags.suggestions.of(workspaceId, tag, 'telling');
    const drawn = telling.filter((one) => one.drawn);
    expect(drawn.length).toBeGreaterThan(3);
    expect(telling.length).toBeGreaterThan(drawn.length);
    for (let round = 0; round < 6; round++) {
      const asked = (await tags.suggestions.of(workspaceId, tag, 'telling')).filter((one) => one.drawn);
      for (const { comment } of asked) await tags.say(tag, [comment.id], comment.text.includes('strange'), true);
    }
    await tags.rest();
    await tags.workAll();
    const [newest] = (await tags.read(tag)).versions;
    expect(newest?.rate.n).toBeGreaterThan(20);
    expect(newest?.best.precision).toBeGreaterThan(0.5);
  });

  it('are put on stored comments and taken off again, and what people said stays', async () => {
    await learn();
    const strange = texts.filter(isStrange);
    await tags.say(tag, idsOf(strange.slice(12, 13)), false);
    await tags.switch(tag, { threshold: await best(), toStored: true });
    expect((await tags.read(tag)).stored).toMatchObject({ state: 'waiting', read: 0, total: 160 });
    await tags.workAll();
    expect((await tags.read(tag)).stored).toMatchObject({ state: 'done', read: 160, total: 160 });
    const given = await givenTo(strange.slice(13));
    expect(given.right).toBeGreaterThan(0.7 * (strange.length - 13));
    expect(given.wrong).toBeLessThan(8);
    const { tag: told } = await tags.read(tag);
    expect(told).toMatchObject({ yes: 12, no: 1, applyStored: true });
    expect(told.comments).toBe(12 + told.given);
    // Nothing is given to what comes in.
    const more = featuredTexts(20, { seed: 9, strange: 1 });
    ids = await store(more);
    expect(await givenTo(more)).toMatchObject({ right: 0 });
    await tags.switch(tag, { toStored: false });
    expect((await tags.read(tag)).tag).toMatchObject({ comments: 12, given: 0 });
    await tags.workAll();
    expect(await rows()).toEqual([]);
    expect(await bench.test.database.commentTag.count({ where: { probability: { not: null } } })).toBe(0);
  });

  it('are given to comments that come in, by the pass that labels them, and not to older ones', async () => {
    await learn();
    await tags.switch(tag, { threshold: await best(), toNew: true });
    model.asked.length = 0;
    const more = featuredTexts(40, { seed: 11, strange: 1 });
    ids = await store(more);
    expect(new Set(model.asked).size).toBe(model.asked.length);
    expect(model.asked.length).toBeGreaterThan(35);
    const strange = more.filter(isStrange);
    const { right, wrong } = await givenTo(strange);
    expect(right).toBeGreaterThan(0.7 * strange.length);
    expect(wrong).toBeLessThan(5);
    const copy = strange[0]?.text ?? '';
    await bench.add([`${copy}!`]);
    await bench.labelAll();
    const [again] = await bench.test.database.comment.findMany({ where: { text: `${copy}!` } });
    const known = await bench.test.database.commentTag.count({ where: { commentId: again?.id ?? 0 } });
    expect(known).toBe((await rows()).some(({ commentId }) => Number(commentId) === ids.get(copy)) ? 1 : 0);
    await tags.switch(tag, { toNew: false });
    await tags.workAll();
    expect(await rows()).toEqual([]);
  });

  it('begin anew with another version, and keep nothing of a batch that was on its way', async () => {
    await learn();
    await tags.say(tag, idsOf(texts.filter(isStrange).slice(12, 24)), true);
    await tags.rest();
    await tags.workAll();
    expect((await tags.read(tag)).versions.map(({ version }) => version)).toEqual([2, 1]);
    await tags.switch(tag, { threshold: await best(), toStored: true });
    model.meanwhile = async () => {
      model.meanwhile = () => undefined;
      await tags.switch(tag, { version: 2, toStored: true });
    };
    await tags.round.work(bench.signal);
    expect(await rows()).toEqual([]);
    expect((await tags.read(tag)).stored).toMatchObject({ read: 0 });
    await tags.workAll();
    expect(await tags.read(tag)).toMatchObject({ inForce: 2, stored: { state: 'done', read: 160 } });
  });

  it('forget comments that go, and everything of a tag that goes', async () => {
    await learn();
    await tags.switch(tag, { threshold: await best(), toStored: true });
    await tags.workAll();
    const { database } = bench.test;
    const gone = idsOf(texts.filter(isStrange).slice(0, 20));
    await database.$transaction((one) => bench.intake.removeThese(one, workspaceId, gone));
    const left = { commentId: { in: gone } };
    expect([
      await database.commentTag.count({ where: left }),
      await database.tagFeatures.count({ where: left }),
    ]).toEqual([0, 0]);
    const erased = idsOf(texts.filter(isStrange).slice(20, 24));
    await database.$transaction((one) => bench.intake.tellErasing(one, workspaceId, erased));
    expect(await database.tagFeatures.count({ where: { commentId: { in: erased } } })).toBe(0);
    await tags.tags.remove(workspaceId, tag);
    await tags.workAll();
    expect([
      await database.tagHead.count(),
      await database.tagLearning.count(),
      await database.commentTag.count(),
    ]).toEqual([0, 0, 0]);
  });

  it('refuse a threshold below which nothing is kept, and a version that is not there', async () => {
    await learn();
    await expect(tags.switch(tag, { threshold: 0.01 })).rejects.toMatchObject({ code: 'tag-threshold-too-low' });
    await expect(tags.switch(tag, { version: 7 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tell how much there is to read, and how long it takes', async () => {
    await learn();
    const scope = await tags.scopes.scope(workspaceId, 3_650);
    expect(scope.total).toBe(160);
    expect(scope.seconds).toBeGreaterThanOrEqual(1);
  });

  it('do not learn from the features of another model', async () => {
    await learn();
    model.by = 'other-weights';
    expect(await tags.read(tag)).toMatchObject({ versions: [], state: 'reading' });
    await tags.workAll();
    expect((await tags.read(tag)).versions).toMatchObject([{ version: 2 }]);
  });
});
