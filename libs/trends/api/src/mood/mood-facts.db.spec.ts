import { CommentRepository, FacetDaysQuery, FilterResolver, ThemeWordsQuery } from '@moodline/comments/api';
import type { CommentFilter } from '@moodline/comments/contract';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { DataRangeQuery } from '../queries/data-range.query';
import { MoodFromBucketsQuery } from '../queries/mood-from-buckets.query';
import { MoodFromCommentsQuery } from '../queries/mood-from-comments.query';
import { SourceNamesQuery } from '../queries/source-names.query';
import { fillWithRandomComments } from '../testing/random-comments.query';
import { intervalStarts } from './intervals';
import { MoodCounter } from './mood-counter';
import { MoodFacts } from './mood-facts';
import { MoodWays } from './mood-ways';

const SPAN = { from: new Date('2026-10-28T00:00:00Z'), to: new Date('2026-11-06T00:00:00Z') };

describe.each(['Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu'])('mood in %s', (timeZone) => {
  let test: TestDatabase;
  let facts: MoodFacts;
  let buckets: MoodFromBucketsQuery;
  let comments: MoodFromCommentsQuery;

  beforeAll(async () => {
    test = await createTestDatabase(timeZone);
    const { database } = test;
    buckets = new MoodFromBucketsQuery(database);
    comments = new MoodFromCommentsQuery(database);
    facts = new MoodFacts(
      new FilterResolver(new CommentRepository(database), new ThemeWordsQuery(database)),
      new MoodCounter(buckets, comments, new MoodWays(new FacetDaysQuery(database))),
      new DataRangeQuery(database),
      new SourceNamesQuery(database),
    );
    await fillWithRandomComments(test, { ...SPAN, count: 1500 });
  });
  afterAll(() => test.close());

  const filters: [string, CommentFilter][] = [
    ['everything', {}],
    ['one source by name', { source: ['Forum'] }],
    ['two languages', { language: ['zh', 'ja'] }],
  ];

  it.each(filters)('counts the same from buckets as from comments: %s', async (_, wanted) => {
    const filter = await facts.closedFilter(test.workspaceId, { ...wanted, from: '2026-10-29', to: '2026-11-04' });
    for (const step of ['hour', 'day', 'week'] as const) {
      const starts = intervalStarts(filter, step, timeZone);
      const [fast, exact] = [await buckets.count({ filter, starts }), await comments.count({ filter, starts })];
      // Pending comments stand in the queue, not in the buckets: they are compared in the next scenario.
      const labelled = (rows: typeof fast) =>
        rows
          .filter((row) => row.positive + row.neutral + row.negative > 0)
          .map(({ slot, sourceId, positive, neutral, negative, unsure }) =>
            [slot, sourceId, positive, neutral, negative, unsure].join(' '),
          )
          .sort();
      expect(labelled(fast)).toEqual(labelled(exact));
      expect(labelled(fast).length).toBeGreaterThan(1);
    }
  });

  it('counts only the labels that are asked for, and unsure ones by themselves', async () => {
    const period = { from: '2026-10-29', to: '2026-11-04' };
    const all = (await facts.series(test.workspaceId, period)).total;
    const negative = (await facts.series(test.workspaceId, { ...period, label: ['negative'] })).total;
    const unsure = (await facts.series(test.workspaceId, { ...period, label: ['unsure'] })).total;
    expect(negative).toMatchObject({ n: all.negative, negative: all.negative, positive: 0 });
    expect(unsure).toMatchObject({ n: all.unsure, unsure: all.unsure });
    expect(all.unsure).toBeGreaterThan(20);
  });

  it('counts the comments of versions of an app, each of its own', async () => {
    const period = { from: '2026-10-29', to: '2026-11-04' };
    await test.database.$executeRaw`UPDATE comment SET version = CASE id % 3 WHEN 0 THEN '2.3' WHEN 1 THEN '2.4' END`;
    const of = async (version?: string[]) =>
      (await facts.series(test.workspaceId, { ...period, ...(version && { version }) })).total;
    const [all, older, newer, both] = [await of(), await of(['2.3']), await of(['2.4']), await of(['2.3', '2.4'])];
    for (const key of ['n', 'negative', 'positive', 'unlabelled'] as const) {
      expect(both[key]).toBe(older[key] + newer[key]);
      expect(both[key]).toBeLessThan(all[key]);
    }
    expect(Math.min(older.n, newer.n)).toBeGreaterThan(50);
    expect(await of(['9.9'])).toMatchObject({ n: 0, net: null });
    await test.database.$executeRaw`UPDATE comment SET version = NULL`;
  });

  it('counts comments with nearly the same text once where that is asked for', async () => {
    const period = { from: '2026-10-29', to: '2026-11-04' };
    const before = (await facts.series(test.workspaceId, { ...period, unique: true })).total.n;
    const all = await facts.series(test.workspaceId, period);
    expect(before).toBe(all.total.n);
    await test.database
      .$executeRaw`UPDATE comment SET duplicate_of = (SELECT min(id) FROM comment) WHERE id % 2 = 0 AND id > (SELECT min(id) FROM comment)`;
    const once = await facts.series(test.workspaceId, { ...period, unique: true });
    expect(once.total.n + once.total.unlabelled).toBeLessThan((all.total.n + all.total.unlabelled) * 0.6);
    await test.database.$executeRaw`UPDATE comment SET duplicate_of = NULL`;
  });

  it.each(filters)('gives the same total with and without a way that needs the comments: %s', async (_, wanted) => {
    const period = { from: '2026-10-29', to: '2026-11-04' };
    const fast = await facts.series(test.workspaceId, { ...wanted, ...period });
    const exact = await facts.series(test.workspaceId, { ...wanted, ...period, q: 'words' });
    expect(fast).toEqual(exact);
    expect(fast.total.n + fast.total.unlabelled).toBeGreaterThan(50);
  });

  it('fills gaps with zeros and adds up to the total', async () => {
    const { points, total } = await facts.series(test.workspaceId, {
      from: '2026-10-20',
      to: '2026-11-10',
      step: 'day',
    });
    expect(points).toHaveLength(22);
    expect(points[0]).toMatchObject({ n: 0, net: null });
    expect(points.reduce((sum, { n }) => sum + n, 0)).toBe(total.n);
  });

  it('counts only what lies in a period of partial hours', async () => {
    const from = '2026-10-30T10:20:00Z';
    const { total } = await facts.series(test.workspaceId, { from, to: '2026-10-30T18:50:00Z' });
    const expected = await test.database.comment.count({
      where: { publishedAt: { gte: new Date(from), lt: new Date('2026-10-30T18:50:00Z') } },
    });
    expect(total.n + total.unlabelled).toBe(expected);
    expect(expected).toBeGreaterThan(10);
  });

  it('compares with the period of equal length before', async () => {
    const whole = await facts.series(test.workspaceId, { from: '2026-10-30', to: '2026-11-02' });
    const before = await facts.series(test.workspaceId, { from: '2026-10-26', to: '2026-10-29' });
    expect(whole.previous).toEqual({ period: before.period, total: before.total });
  });

  it('takes the whole range of the data when no period is given', async () => {
    const range = await facts.dataRange(test.workspaceId);
    const { period, total } = await facts.series(test.workspaceId, {});
    const days = await facts.series(test.workspaceId, { from: range.first ?? '', to: range.last ?? '' });
    expect(period).toEqual(days.period);
    expect(total.n + total.unlabelled).toBe(range.comments);
  });

  it('splits by source without losing a comment', async () => {
    const { total } = await facts.series(test.workspaceId, {});
    const sources = await facts.sources(test.workspaceId, {});
    expect(sources.map(({ source }) => source.name).sort()).toEqual(['Forum', 'Weibo']);
    expect(sources.reduce((sum, source) => sum + source.total.n, 0)).toBe(total.n);
    expect(sources.reduce((sum, source) => sum + source.total.unlabelled, 0)).toBe(total.unlabelled);
    expect(sources[0]?.points.reduce((sum, { n }) => sum + n, 0)).toBe(sources[0]?.total.n);
  });
});

describe('mood without comments', () => {
  it('answers an empty month and null for the net', async () => {
    const test = await createTestDatabase();
    const { database } = test;
    const counter = new MoodCounter(
      new MoodFromBucketsQuery(database),
      new MoodFromCommentsQuery(database),
      new MoodWays(new FacetDaysQuery(database)),
    );
    const facts = new MoodFacts(
      new FilterResolver(new CommentRepository(database), new ThemeWordsQuery(database)),
      counter,
      new DataRangeQuery(database),
      new SourceNamesQuery(database),
    );
    const { points, total } = await facts.series(test.workspaceId, {});
    expect(points).toHaveLength(30);
    expect(total).toMatchObject({ n: 0, net: null, unlabelled: 0 });
    await expect(facts.dataRange(test.workspaceId)).resolves.toEqual({ first: null, last: null, comments: 0 });
    await expect(facts.series(test.workspaceId, { from: '2026-05-03', to: '2026-05-01' })).rejects.toThrow(
      'ends before it begins',
    );
    await test.close();
  });
});
