import { CommentRepository, FacetDaysQuery, FilterResolver, ThemeWordsQuery } from '@moodline/comments/api';
import type { CommentFilter } from '@moodline/comments/contract';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { DataRangeQuery } from '../queries/data-range.query';
import { FacetCountsQuery } from '../queries/facet-counts.query';
import { MoodFromBucketsQuery } from '../queries/mood-from-buckets.query';
import { MoodFromCommentsQuery } from '../queries/mood-from-comments.query';
import { SourceNamesQuery } from '../queries/source-names.query';
import { fillWithRandomComments } from '../testing/random-comments.query';
import { MoodCounter } from './mood-counter';
import { MoodFacets } from './mood-facets';
import { MoodFacts } from './mood-facts';
import { MoodWays } from './mood-ways';

const SPAN = { from: new Date('2026-10-28T00:00:00Z'), to: new Date('2026-11-06T00:00:00Z') };
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

describe.each([[[]], [['ad']], [['ad', 'news']]])('emotions and kinds where %j are left out', (leftOut) => {
  let test: TestDatabase;
  let facts: MoodFacts;
  let facets: MoodFacets;

  beforeAll(async () => {
    test = await createTestDatabase('Asia/Kathmandu');
    const { database } = test;
    facts = new MoodFacts(
      new FilterResolver(new CommentRepository(database), new ThemeWordsQuery(database)),
      new MoodCounter(
        new MoodFromBucketsQuery(database),
        new MoodFromCommentsQuery(database),
        new MoodWays(new FacetDaysQuery(database)),
      ),
      new DataRangeQuery(database),
      new SourceNamesQuery(database),
    );
    facets = new MoodFacets(facts, new FacetCountsQuery(database), new MoodWays(new FacetDaysQuery(database)));
    await fillWithRandomComments(test, { ...SPAN, count: 1200, leftOut });
  });
  afterAll(() => test.close());

  it.each<[string, CommentFilter]>([
    ['everything', {}],
    ['one source', { source: ['Forum'] }],
    ['a few days in one language', { from: '2026-10-29', to: '2026-11-03', language: ['zh'] }],
  ])('are the same from buckets as from comments: %s', async (_, wanted) => {
    const fast = await facets.of(test.workspaceId, wanted);
    const exact = await facets.of(test.workspaceId, { ...wanted, q: 'words' });
    expect(fast).toEqual(exact);
    expect(sum(fast.emotions)).toBeGreaterThan(20);
    expect(sum(fast.emotions)).toBeLessThan(fast.n);
    expect(fast.leftOut.kinds).toEqual(leftOut);
    expect(fast.leftOut.comments).toBe(leftOut.reduce((n, kind) => n + fast.kinds[kind as 'ad'], 0));
  });

  it('agree with the mood, and so does what it is to be expected, from buckets and from comments', async () => {
    const { total } = await facts.series(test.workspaceId, {});
    expect((await facets.of(test.workspaceId, {})).n).toBe(total.n);
    expect(await facts.series(test.workspaceId, { q: 'words' })).toMatchObject({ total });
    expect(total.expected?.positive).toBeGreaterThan(0);
    expect(total.interval?.low).toBeLessThanOrEqual(total.net ?? 0);
    expect(total.interval?.high).toBeGreaterThanOrEqual(total.net ?? 0);
  });

  it('are what the lists of comments behind them hold', async () => {
    const { emotions, kinds, leftOut: out } = await facets.of(test.workspaceId, {});
    const resolver = new FilterResolver(new CommentRepository(test.database), new ThemeWordsQuery(test.database));
    const list = async (wanted: CommentFilter, counted = true) => {
      const filter = { ...(await resolver.resolve(test.workspaceId, wanted)), counted };
      const { items } = await new CommentRepository(test.database).page(filter, { limit: 2000, sort: 'newest' });
      return items;
    };
    const joyful = await list({ emotion: ['joy'] });
    expect(joyful).toHaveLength(emotions.joy);
    expect(joyful.every(({ emotion }) => emotion?.value === 'joy')).toBe(true);
    expect(await list({ kind: ['question'] })).toHaveLength(kinds.question);
    const ads = await list({ kind: ['ad'] }, false);
    expect(ads).toHaveLength(kinds.ad);
    const apart = ads.filter((comment) => comment.leftOut === 'kind');
    expect(apart).toHaveLength(out.kinds.includes('ad') ? kinds.ad : 0);
    expect(await list({ leftOut: 'yes' }, false)).toHaveLength(out.comments);
  });
});
