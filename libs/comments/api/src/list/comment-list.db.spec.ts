import { storeLabelled, createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { searchForm } from '../search/search-form';
import type { ResolvedFilter } from '../resolved-filter';
import { CommentListQuery } from './comment-list.query';
import { CommentTotalQuery } from './comment-total.query';

const SORTS = ['newest', 'oldest', 'loudest'] as const;
const WORDS = ['电池', '手机', '屏幕', 'battery', 'screen', 'app', '返金', '音質', '差', '👍', "can't", '100%'];

describe('the list of comments', () => {
  let test: TestDatabase;
  let list: CommentListQuery;
  let totals: CommentTotalQuery;
  const stored: { id: number; text: string; at: number; engagement: number; label: string; group: number }[] = [];

  beforeAll(async () => {
    test = await createTestDatabase('UTC');
    list = new CommentListQuery(test.database);
    totals = new CommentTotalQuery(test.database);
    let seed = 11;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const made = Array.from({ length: 300 }, (_, n) => ({
      text: Array.from({ length: 1 + random(4) }, () => WORDS[random(WORDS.length)]).join([' ', '', ', '][random(3)]),
      label: (['positive', 'neutral', 'negative'] as const)[random(3)] ?? 'neutral',
      // Several in the same instant, over two years.
      publishedAt: new Date(Date.UTC(2025, 0, 1 + 2 * Math.floor(n / 3), 12)),
      engagement: random(20),
    }));
    const ids = await storeLabelled(test, made);
    // The first of two each fifth comment is a copy of.
    await test.database.$executeRaw`UPDATE comment SET duplicate_of = id - 4 WHERE id % 5 = 0`;
    for (const [n, comment] of made.entries()) {
      const id = Number(ids[n]);
      await test.database.$executeRaw`UPDATE comment SET search_text = ${searchForm(comment.text)} WHERE id = ${id}`;
      stored.push({
        id,
        text: comment.text,
        at: comment.publishedAt.getTime(),
        engagement: comment.engagement,
        label: comment.label,
        group: id % 5 === 0 ? id - 4 : id,
      });
    }
  });
  afterAll(() => test.close());

  const filter = (more: Partial<ResolvedFilter>): ResolvedFilter => ({
    workspaceId: test.workspaceId,
    timeZone: 'UTC',
    from: null,
    to: null,
    searchIndexed: true,
    ...more,
  });

  async function pages(wanted: ResolvedFilter, sort: (typeof SORTS)[number]): Promise<number[]> {
    const ids: number[] = [];
    let place = null;
    for (;;) {
      const part = await list.pick(wanted, { sort, place, limit: 7 });
      ids.push(...part.map(({ id }) => Number(id)));
      place = part.at(-1) ?? null;
      if (part.length < 7) return ids;
    }
  }

  const byTime = (a: (typeof stored)[number], b: (typeof stored)[number]) => a.at - b.at || a.id - b.id;
  const sorted = (some: typeof stored, sort: (typeof SORTS)[number]) =>
    some
      .toSorted((a, b) =>
        sort === 'loudest'
          ? b.engagement - a.engagement || b.id - a.id
          : sort === 'oldest'
            ? byTime(a, b)
            : byTime(b, a),
      )
      .map(({ id }) => id);

  it.each(SORTS)('goes through all comments page by page, %s first', async (sort) => {
    expect(await pages(filter({}), sort)).toEqual(sorted(stored, sort));
  });

  it.each(SORTS)('narrows by label, %s first', async (sort) => {
    const some = stored.filter(({ label }) => label === 'negative');
    expect(await pages(filter({ label: ['negative'] }), sort)).toEqual(sorted(some, sort));
    expect(await totals.count(filter({ label: ['negative'] }))).toEqual({ total: some.length, capped: false });
  });

  it.each(SORTS)('narrows by label within a time, %s first', async (sort) => {
    const times = stored.map(({ at }) => at).sort((a, b) => a - b);
    const [from, to] = [times[Math.floor(times.length / 4)] ?? 0, times[Math.floor((times.length * 3) / 4)] ?? 0];
    const some = stored.filter(({ label, at }) => label === 'negative' && at >= from && at < to);
    expect(some.length).toBeGreaterThan(10);
    const wanted = filter({ label: ['negative'], from: new Date(from), to: new Date(to) });
    expect(await pages(wanted, sort)).toEqual(sorted(some, sort));
  });

  it.each(SORTS)('takes of nearly the same texts the first that fits the filter, %s first', async (sort) => {
    const fits = stored.filter(({ label }) => label !== 'positive');
    const first = Map.groupBy(fits, ({ group }) => group);
    const some = [...first.values()].map((same) => same.toSorted(byTime)[0] as (typeof stored)[number]);
    const wanted = filter({ unique: true, label: ['neutral', 'negative'] });
    expect(await pages(wanted, sort)).toEqual(sorted(some, sort));
    expect((await totals.count(wanted)).total).toBe(some.length);
  });

  it.each([
    '电池',
    '差',
    'battery',
    'batt*',
    'app',
    '手机 screen',
    '返金 OR 音質',
    '"电池, 手机"',
    '电池 -手机',
    "can't",
    '100%',
    '👍',
    '?!',
  ])('finds %s with the index as without it', async (q) => {
    for (const sort of SORTS) {
      const found = await pages(filter({ q }), sort);
      expect(found).toEqual(await pages(filter({ q, searchIndexed: false }), sort));
      expect((await totals.count(filter({ q }))).total).toBe(found.length);
    }
  });

  it('finds texts that are not in the index yet, while it is being made', async () => {
    const [one] = stored;
    await test.database.$executeRaw`UPDATE comment SET search_text = NULL WHERE id = ${one?.id}`;
    expect(await pages(filter({ searchIndexed: false, q: one?.text.split(/[ ,]/)[0] }), 'newest')).toContain(one?.id);
  });

  // Last: it changes what the others look for.
  it.each(SORTS)('finds what waits, what has no label and what is unsure, %s first', async (sort) => {
    const [waiting, unscored, unsure] = stored.map(({ id }) => id) as [number, number, number];
    const { database, workspaceId } = test;
    await database.label.deleteMany({ where: { commentId: waiting } });
    await database.labelTask.upsert({
      where: { workspaceId_commentId: { workspaceId, commentId: waiting } },
      create: { workspaceId, commentId: waiting, publishedAt: new Date() },
      update: {},
    });
    await database.label.updateMany({ where: { commentId: unscored }, data: { label: null, unscoredReason: 'empty' } });
    await database.label.updateMany({ where: { commentId: unsure }, data: { unsure: true } });
    expect(await pages(filter({ label: ['pending'] }), sort)).toEqual([waiting]);
    expect(await pages(filter({ label: ['unscored'] }), sort)).toEqual([unscored]);
    expect(await pages(filter({ label: ['unsure'] }), sort)).toEqual([unsure]);
    const several = await pages(filter({ label: ['pending', 'unscored', 'unsure'] }), sort);
    expect(several.toSorted((a, b) => a - b)).toEqual([waiting, unscored, unsure].sort((a, b) => a - b));
  });
});
