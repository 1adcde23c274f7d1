import type { FeedItem } from './feed-items';
import { identify, type IdentityRule, type ItemMemory } from './item-identity';

const item = (more: Partial<FeedItem>): FeedItem => ({
  id: null,
  title: '',
  content: 'x',
  link: more.writtenLink ?? null,
  writtenLink: null,
  author: null,
  date: null,
  ...more,
});
const textOf = ({ content }: FeedItem) => content;
const read = (items: readonly FeedItem[], memory?: ItemMemory, rule: IdentityRule = 'auto') => {
  const found = identify(items, { rule, memory, textOf });
  return { ids: found.items.map(({ externalId }) => externalId), memory: found.memory, items: found.items };
};
/** Ids over several readings, one after the other. */
const readings = (...feeds: readonly (readonly FeedItem[])[]) => {
  let memory: ItemMemory | undefined;
  return feeds.map((feed) => {
    const found = read(feed, memory);
    memory = JSON.parse(JSON.stringify(found.memory)) as ItemMemory;
    return found.ids;
  });
};
const different = (ids: readonly (readonly string[])[]) => new Set(ids.flat()).size;

describe('what makes an item of a feed unique', () => {
  it('is its own id, else its link, else what it says', () => {
    const { ids } = read([
      item({ id: 'g1', writtenLink: '/1' }),
      item({ writtenLink: '/2', content: 'b' }),
      item({ content: 'c', date: '2026-05-03' }),
    ]);
    expect(ids.slice(0, 2)).toEqual(['g1', '/2']);
    expect(ids[2]).toMatch(/^#/);
  });

  it.each([
    ['an id that all share', (n: number) => ({ id: 'app-main', writtenLink: `/${n}` })],
    ['an id that all share, without links', (n: number) => ({ id: 'app-main', date: `2026-05-0${n}` })],
    ['an id and a link that all share', () => ({ id: 'app-main', writtenLink: '/9' })],
    ['a link that all share', () => ({ writtenLink: '/thread/9' })],
    ['a link and a date that all share', () => ({ writtenLink: '/thread/9', date: '2026-05-03' })],
    ['nothing but their text', () => ({})],
  ])('is not %s', (_, more) => {
    const feed = [1, 2, 3, 4].map((n) => item({ content: `text ${n}`, ...more(n) }));
    expect(new Set(read(feed).ids).size).toBe(4);
    // The oldest leaves the feed, a new one comes: those that stay keep their ids.
    const [first, second] = readings(feed, [item({ content: 'text 5', ...more(5) }), ...feed.slice(0, 3)]);
    expect(second?.slice(1)).toEqual(first?.slice(0, 3));
    // At last only one is left, of which its id or link could be thought to be unique.
    expect(different(readings(feed, [feed[0] as FeedItem], [item({ content: 'text 6', ...more(6) })]))).toBe(5);
  });

  it('is not a link under which another text stands at another time', () => {
    const one = item({ writtenLink: '/thread/9', content: 'first', date: '2026-05-03' });
    const other = item({ writtenLink: '/thread/9', content: 'second', date: '2026-05-04' });
    expect(different(readings([one], [other]))).toBe(2);
    // The first one is known by the link still, and is found there.
    const { memory } = read([other], read([one]).memory);
    expect(read([one, other], memory).items[0]?.formerIds).toContain('/thread/9');
    const edited = { ...one, content: 'first, edited' };
    expect(different(readings([one], [edited]))).toBe(1);
  });

  it('is the id under which it came first when the feed changes its ids', () => {
    const feed = (visit: number, date = '2026-05-03') =>
      [1, 2].map((n) =>
        item({ id: `${visit}-${n}`, writtenLink: `/t/${n}?visit=${visit}`, content: `text ${n}`, date }),
      );
    expect(different(readings(feed(1), feed(2), feed(3)))).toBe(2);
    // Even when all dates are those of the reading.
    expect(different(readings(feed(1, 'a'), feed(2, 'b')))).toBe(2);
    // One among others that stay.
    const stays = item({ id: 'stays', content: 'stays' });
    expect(different(readings([stays, ...feed(1).slice(0, 1)], [stays, ...feed(2).slice(0, 1)]))).toBe(2);
  });

  it('is a new id with the same words when the feed keeps its other ids', () => {
    const stays = item({ id: 'stays', content: 'stays' });
    const plusOne = (id: string) => item({ id, content: '+1', writtenLink: '/t/1', date: id });
    expect(different(readings([stays, plusOne('a')], [stays, plusOne('b')]))).toBe(3);
    expect(different(readings([plusOne('a')], [plusOne('b'), plusOne('a')]))).toBe(2);
  });

  it('stays when one is written twice in a feed', () => {
    const twice = item({ id: 'g', content: 'same' });
    expect(read([twice, twice]).ids).toEqual(['g', 'g']);
  });

  it.each<[IdentityRule, string]>([
    ['guid', 'g'],
    ['link', '/1'],
  ])('may be set to %s by a person, with the other ids as former ones', (rule, id) => {
    const [found] = read([item({ id: 'g', writtenLink: '/1' })], undefined, rule).items;
    expect(found).toMatchObject({ externalId: id, idMayChange: false });
    expect(['g', '/1', ...(found?.formerIds ?? [])]).toEqual(expect.arrayContaining(['g', '/1']));
    expect(found?.formerIds).not.toContain(id);
  });
});
