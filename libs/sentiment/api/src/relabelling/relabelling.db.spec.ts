import { RelabellingCountsQuery } from './relabelling-counts.query';
import { LabellingBench } from '../testing/labelling-bench';

const CONFIRMED = { confirmWithoutEvaluation: true };
const texts = (count: number, word = 'battery') =>
  Array.from({ length: count }, (_, index) => `${word} number ${index}`);

describe('a re-labelling', () => {
  let bench: LabellingBench;
  let workspaceId: number;

  beforeEach(async () => {
    bench = await LabellingBench.open();
    workspaceId = bench.test.workspaceId;
  });
  afterEach(() => bench.test.close());

  /** Comments labelled positive by version 1, and a version 2 that takes them for negative (fine ones for neutral). */
  const prepare = async (count = 40) => {
    const place = await bench.add([...texts(count), 'it is fine']);
    await bench.labelAll();
    // As autovacuum does in its first minute: without statistics, every look at labels again reads all of them for each comment.
    await bench.test.database.$executeRaw`ANALYZE comment, label, comment_mood`;
    const { version } = await bench.draft('says negative');
    return { ...place, version };
  };
  const state = async (id: number) => (await bench.viewer.preview(workspaceId, id)).relabelling;

  it('labels beside the labels that count, and shows what would change', async () => {
    const { version } = await prepare();
    const before = await bench.buckets();
    const { id, total } = await bench.planner.start(bench.actor, { version, days: 30 });
    expect(total).toBe(41);
    await bench.workAll();
    expect(await bench.buckets()).toEqual(before);
    const { relabelling, outcome, samples } = await bench.viewer.preview(workspaceId, id);
    expect(relabelling).toMatchObject({ state: 'ready', done: 41, switched: 0, by: 'Mei', model: 'minded' });
    expect(outcome).toMatchObject({ total: { n: 41, changed: 40, netBefore: 97.6, netAfter: -97.6 }, byPerson: 0 });
    expect(outcome.moves).toEqual(
      expect.arrayContaining([
        { from: 'positive', to: 'negative', n: 40 },
        { from: 'neutral', to: 'neutral', n: 1 },
      ]),
    );
    expect(outcome.sources).toMatchObject([{ n: 41, changed: 40 }]);
    expect(samples).toHaveLength(24);
    expect(samples[0]).toMatchObject({ from: 'positive', to: 'negative', probability: expect.closeTo(0.8, 3) });
  });

  it('counts the new labels after the switch, and new comments are labelled by that version', async () => {
    const { version } = await prepare();
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.workAll();
    await expect(bench.planner.switch(bench.actor, id, { confirmWithoutEvaluation: false })).rejects.toMatchObject({
      code: 'role-not-evaluated',
    });
    await bench.planner.switch(bench.actor, id, CONFIRMED);
    await bench.workAll();
    expect(await state(id)).toMatchObject({ state: 'switched', switched: 41 });
    expect(await bench.moods()).toEqual({ positive: 0, neutral: 1, negative: 40 });
    const { kept, rebuilt } = await bench.bucketsAndRebuilt();
    expect(kept).toEqual(rebuilt);
    expect((await bench.viewer.preview(workspaceId, id)).outcome.total).toMatchObject({
      changed: 40,
      netBefore: 97.6,
      netAfter: -97.6,
    });
    await bench.add(['screen']);
    await bench.labelAll();
    expect((await bench.moods()).negative).toBe(41);
    expect((await bench.editor.role(workspaceId, 'label')).activations[0]).toMatchObject({
      version,
      previous: 2,
      by: 'Mei',
      evaluated: false,
    });
  });

  it('holds nothing while it counts what the switch will change', async () => {
    const { version } = await prepare();
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.workAll();
    const count = bench.viewer.outcome.bind(bench.viewer);
    const free = jest.fn(() => bench.test.database.$queryRaw`SELECT id FROM relabelling FOR UPDATE NOWAIT`);
    jest.spyOn(bench.viewer, 'outcome').mockImplementation(async (row) => {
      await free();
      return count(row);
    });
    await bench.planner.switch(bench.actor, id, CONFIRMED);
    expect(free).toHaveBeenCalled();
    expect((await bench.viewer.preview(workspaceId, id)).outcome.total).toMatchObject({ n: 41, changed: 40 });
  });

  it('goes back at once: the labels of the older version are still there', async () => {
    const { version } = await prepare();
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.workAll();
    await bench.planner.switch(bench.actor, id, CONFIRMED);
    await bench.workAll();
    const asked = bench.model.asked.length;
    const back = await bench.planner.start(bench.actor, { version: 2, days: 30 });
    expect(back).toMatchObject({ total: 41, done: 41 });
    await bench.workAll();
    await bench.planner.switch(bench.actor, back.id, { confirmWithoutEvaluation: false });
    await bench.workAll();
    expect(bench.model.asked.length).toBe(asked);
    expect(await bench.moods()).toEqual({ positive: 40, neutral: 1, negative: 0 });
  });

  it('is gone on with by another process where the first one was killed', async () => {
    const { version } = await prepare(100);
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.relabeller.work(bench.signal);
    expect(await state(id)).toMatchObject({ state: 'running', done: 32 });
    const second = bench.worker();
    expect(await second.work(bench.signal)).toBe(false);
    await bench.test.database.$executeRaw`UPDATE relabelling SET lease_until = now() - interval '1 second'`;
    bench.relabeller = second;
    await bench.workAll();
    expect(await state(id)).toMatchObject({ state: 'ready', done: 101 });
    expect(new Set(bench.model.asked.slice(101)).size).toBe(bench.model.asked.length - 101);
  });

  it('keeps the counts right when a switch is killed halfway, and ends it later', async () => {
    const { version } = await prepare(1_100);
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.workAll();
    await bench.planner.switch(bench.actor, id, CONFIRMED);
    await bench.relabeller.work(bench.signal);
    expect(await state(id)).toMatchObject({ state: 'switching', switched: 500 });
    expect((await bench.moods()).negative).toBeGreaterThan(400);
    const halfway = await bench.bucketsAndRebuilt();
    expect(halfway.kept).toEqual(halfway.rebuilt);
    await bench.test.database.$executeRaw`UPDATE relabelling SET lease_until = now() - interval '1 second'`;
    bench.relabeller = bench.worker();
    await bench.workAll();
    expect(await state(id)).toMatchObject({ state: 'switched', switched: 1_101 });
    const { kept, rebuilt } = await bench.bucketsAndRebuilt();
    expect(kept).toEqual(rebuilt);
  });

  it('is one at a time, even when two people start at once', async () => {
    const { version } = await prepare();
    const other = await bench.draft('says neutral');
    const started = await Promise.allSettled([
      bench.planner.start(bench.actor, { version, days: 30 }),
      bench.planner.start(bench.actor, { version: other.version, days: 30 }),
    ]);
    expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(started.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'relabelling-open' } });
  });

  it('does every comment once when two processes switch at the same time', async () => {
    const { version } = await prepare(1_100);
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.workAll();
    await bench.planner.switch(bench.actor, id, CONFIRMED);
    const row = await bench.relabellings.find(workspaceId, id);
    if (!row) throw new Error('no row');
    await Promise.all([
      bench.relabellings.switchSlice(row, 500),
      bench.relabellings.switchSlice(row, 500),
      bench.relabellings.switchSlice(row, 700),
    ]);
    await bench.workAll();
    expect(await bench.moods()).toEqual({ positive: 0, neutral: 1, negative: 1_100 });
    const { kept, rebuilt } = await bench.bucketsAndRebuilt();
    expect(kept).toEqual(rebuilt);
  });

  it('leaves comments out that are removed while the model works or while labels switch', async () => {
    const gone = await bench.add(texts(20, 'gone'));
    const late = await bench.add(texts(600, 'late'));
    const { version } = await prepare();
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    const remove = (runId: number) =>
      bench.test.database.$transaction((transaction) => bench.intake.removeRun(transaction, workspaceId, runId));
    bench.model.meanwhile = async () => {
      bench.model.meanwhile = () => undefined;
      await remove(gone.runId);
    };
    await bench.workAll();
    expect(await state(id)).toMatchObject({ state: 'ready', total: 641, done: 641 });
    await bench.planner.switch(bench.actor, id, CONFIRMED);
    await Promise.all([bench.relabeller.work(bench.signal), remove(late.runId)]);
    await bench.workAll();
    expect(await bench.moods()).toEqual({ positive: 0, neutral: 1, negative: 40 });
    expect(await bench.test.database.label.count({ where: { workspaceId } })).toBe(82);
    const { kept, rebuilt } = await bench.bucketsAndRebuilt();
    expect(kept).toEqual(rebuilt);
  });

  it('keeps no label of a text that was changed or erased while the model read it', async () => {
    const { version } = await prepare(3);
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    const [changed, erased] = await bench.test.database.comment.findMany({
      where: { workspaceId },
      orderBy: { id: 'asc' },
      take: 2,
    });
    bench.model.meanwhile = async () => {
      bench.model.meanwhile = () => undefined;
      await bench.test.database.comment.updateMany({ where: { id: changed?.id ?? 0 }, data: { text: 'another text' } });
      await bench.test.database.comment.updateMany({
        where: { id: erased?.id ?? 0 },
        data: { text: '', erasedAt: new Date() },
      });
    };
    await bench.relabeller.work(bench.signal);
    expect(await state(id)).toMatchObject({ total: 3, done: 2 });
    await bench.workAll();
    expect(await state(id)).toMatchObject({ state: 'ready', total: 3, done: 3 });
    expect(bench.model.asked.at(-1)).toBe('another text');
  });

  it('waits for fresh comments, and takes those in that were labelled since', async () => {
    const { version } = await prepare();
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.add(texts(5, 'fresh'), { day: 2 });
    expect(await bench.relabeller.work(bench.signal)).toBe(false);
    expect(await state(id)).toMatchObject({ done: 0, waitsFor: 'fresh-comments' });
    await bench.labelAll();
    await bench.workAll();
    expect(await state(id)).toMatchObject({ state: 'ready', total: 46, done: 46 });
    await bench.add(texts(3, 'later'));
    await bench.labelAll();
    await bench.planner.switch(bench.actor, id, CONFIRMED);
    await bench.workAll();
    expect(await state(id)).toMatchObject({ state: 'switched', total: 49, switched: 49 });
    expect(await bench.moods()).toEqual({ positive: 0, neutral: 1, negative: 48 });
  });

  it('leaves what people said in front, before and after', async () => {
    const { version } = await prepare();
    const comments = await bench.test.database.comment.findMany({
      where: { workspaceId },
      orderBy: { id: 'asc' },
      take: 2,
    });
    for (const { id } of comments)
      await bench.labels.store.correct(workspaceId, Number(id), { label: 'neutral', userId: 1 });
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.workAll();
    const { outcome, samples } = await bench.viewer.preview(workspaceId, id);
    expect(outcome).toMatchObject({ byPerson: 2, total: { n: 41, changed: 38 } });
    expect(samples.some((sample) => comments.some((comment) => Number(comment.id) === sample.id))).toBe(false);
    await bench.planner.switch(bench.actor, id, CONFIRMED);
    await bench.workAll();
    expect(await bench.moods()).toEqual({ positive: 0, neutral: 3, negative: 38 });
    await bench.labels.store.withdraw(workspaceId, Number(comments[0]?.id));
    expect(await bench.moods()).toEqual({ positive: 0, neutral: 2, negative: 39 });
  });

  it('is right for corrections made in the middle of a switch', async () => {
    const { version } = await prepare(600);
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.workAll();
    await bench.planner.switch(bench.actor, id, CONFIRMED);
    const comments = await bench.test.database.comment.findMany({
      where: { workspaceId },
      orderBy: { id: 'desc' },
      take: 20,
    });
    await Promise.all([
      bench.workAll(),
      ...comments.map((comment) =>
        bench.labels.store.correct(workspaceId, Number(comment.id), { label: 'neutral', userId: 1 }),
      ),
    ]);
    const { kept, rebuilt } = await bench.bucketsAndRebuilt();
    expect(kept).toEqual(rebuilt);
    expect((await bench.moods()).negative).toBe(581);
  });

  it('stops, goes on and is discarded without a trace', async () => {
    const { version } = await prepare(100);
    const before = await bench.buckets();
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.relabeller.work(bench.signal);
    bench.model.meanwhile = async () => void (await bench.planner.cancel(workspaceId, id));
    await bench.relabeller.work(bench.signal);
    bench.model.meanwhile = () => undefined;
    expect(await bench.relabeller.work(bench.signal)).toBe(false);
    expect(await state(id)).toMatchObject({ state: 'cancelled', done: 32 });
    await bench.planner.resume(workspaceId, id);
    await bench.workAll();
    expect(await state(id)).toMatchObject({ state: 'ready', done: 101 });
    await bench.planner.discard(workspaceId, id);
    expect(await bench.test.database.label.count({ where: { roleVersion: version } })).toBe(0);
    expect(await bench.buckets()).toEqual(before);
    await expect(bench.planner.switch(bench.actor, id, CONFIRMED)).rejects.toMatchObject({ code: 'relabelling-state' });
    await expect(bench.planner.resume(workspaceId, id)).rejects.toMatchObject({ code: 'relabelling-state' });
    await bench.planner.start(bench.actor, { version, days: 30 });
  });

  it('tells of many comments what it tells of few, off the buckets', async () => {
    const { version } = await prepare();
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.relabeller.work(bench.signal);
    const row = await bench.test.database.relabelling.findFirstOrThrow({ where: { workspaceId, id } });
    const query = new RelabellingCountsQuery(bench.test.database);
    expect(await query.counts(row)).toEqual({ total: 41, done: 32, switched: 0 });
    expect(await query.counts(row, 10)).toEqual({ total: 41, done: 32, switched: 0 });
  });

  it('is counted no more once it has ended, and again when it goes on', async () => {
    const { version } = await prepare();
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await bench.relabeller.work(bench.signal);
    await bench.planner.cancel(workspaceId, id);
    const counted = jest.spyOn(RelabellingCountsQuery.prototype, 'counts');
    expect(await bench.viewer.list(workspaceId)).toMatchObject([{ state: 'cancelled', total: 41, done: 32 }]);
    expect(counted).not.toHaveBeenCalled();
    counted.mockRestore();
    await bench.planner.resume(workspaceId, id);
    await bench.workAll();
    expect(await state(id)).toMatchObject({ state: 'ready', done: 41 });
  });

  it('takes the last days in the workspace’s zone, counted from the newest comment', async () => {
    await bench.add(['old one'], { day: 1 });
    const { version } = await prepare();
    const scope = await bench.planner.scope(workspaceId, { version, days: 2 });
    // The newest comment is of 3 May 23:00 UTC, 4 May in Shanghai.
    expect(scope).toMatchObject({ since: '2026-05-02T16:00:00.000Z', total: 41, done: 0 });
    expect((await bench.planner.scope(workspaceId, { version, days: 30 })).total).toBe(42);
  });

  it('refuses what cannot be: no comments, no such version, a switch too early', async () => {
    await expect(bench.planner.start(bench.actor, { version: 1, days: 3 })).rejects.toMatchObject({
      code: 'relabelling-nothing',
    });
    const { version } = await prepare();
    await expect(bench.planner.start(bench.actor, { version: 9, days: 3 })).rejects.toMatchObject({
      code: 'not-found',
    });
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    await expect(bench.planner.switch(bench.actor, id, CONFIRMED)).rejects.toMatchObject({ code: 'relabelling-state' });
    await expect(bench.planner.cancel(workspaceId, 99)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('waits while another model runs, as its labels would be others', async () => {
    const { version } = await prepare();
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    bench.model.model = 'another';
    expect(await bench.relabeller.work(bench.signal)).toBe(false);
    expect(await state(id)).toMatchObject({ done: 0, waitsFor: 'model' });
  });

  it('finds the one comment that kills the model and labels all others', async () => {
    await bench.add(texts(10));
    await bench.labelAll();
    await bench.test.database.comment.updateMany({ where: { text: 'battery number 4' }, data: { text: 'poison' } });
    const { version } = await bench.draft('says negative');
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    for (let attempt = 0; attempt < 8; attempt++) await bench.relabeller.work(bench.signal).catch(() => false);
    await bench.workAll();
    expect(await state(id)).toMatchObject({ state: 'ready', done: 10 });
    expect((await bench.viewer.preview(workspaceId, id)).outcome.moves).toEqual(
      expect.arrayContaining([{ from: 'positive', to: 'unscored', n: 1 }]),
    );
  });

  it('tells the browsers how far it is, and that numbers changed', async () => {
    const { version } = await prepare();
    const told: unknown[] = [];
    bench.events.of(workspaceId).subscribe(({ type, data }) => told.push(type === 'relabelling' ? data.state : type));
    const { id } = await bench.planner.start(bench.actor, { version, days: 30 });
    const tell = async () => {
      Object.assign(bench.watch, { restUntil: 0 });
      await bench.watch.publish();
    };
    await tell();
    await tell();
    await bench.workAll();
    await tell();
    await bench.planner.switch(bench.actor, id, CONFIRMED);
    await tell();
    await bench.workAll();
    await tell();
    await tell();
    expect(told).toEqual(['running', 'ready', 'switching', 'switched', 'data-changed']);
  });
});
