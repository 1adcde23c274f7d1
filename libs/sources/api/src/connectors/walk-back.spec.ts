import type { ConnectorContext, SourcePage } from './connector';
import { walkBack, walkCursorSchema, type WalkCursor, type WalkLeg } from './walk-back';

const at = (hour: number) => new Date(Date.UTC(2026, 4, 3, hour));
const iso = (hour: number) => at(hour).toISOString();
const context = { since: at(0), now: () => at(20) } as ConnectorContext<unknown>;
const entry = (hour: number) => ({
  time: at(hour),
  comment: { externalId: String(hour), text: 'x', publishedAt: at(hour) },
});

/** Pages by their marks; the newest one has none. */
async function walk(pages: Record<string, WalkLeg>, cursor: WalkCursor = {}) {
  const asked: (string | undefined)[] = [];
  const ask = async (next: string | undefined): Promise<WalkLeg> => {
    asked.push(next);
    return pages[next ?? 'newest'] ?? { entries: [] };
  };
  const read: SourcePage<WalkCursor>[] = [];
  for await (const page of walkBack(cursor, { context, overlapMs: 3_600_000, ask })) read.push(page);
  return {
    asked,
    read,
    ids: read.flatMap(({ comments }) => comments.map(({ externalId }) => externalId)),
    cursors: read.map((page) => page.cursor),
  };
}

describe('walking back from the newest page', () => {
  const pages = {
    newest: { entries: [entry(12), entry(11)], next: 'b' },
    b: { entries: [entry(10), entry(9)], next: 'c' },
    c: { entries: [entry(3)] },
  };

  it('goes on to the last page, and begins the next time at the newest one less the overlap', async () => {
    const { asked, ids, cursors } = await walk(pages);
    expect([asked, ids]).toEqual([
      [undefined, 'b', 'c'],
      ['12', '11', '10', '9', '3'],
    ]);
    expect(cursors).toEqual([
      { since: iso(0), next: 'b', newest: iso(12) },
      { since: iso(0), next: 'c', newest: iso(12) },
      { since: iso(11) },
    ]);
    for (const cursor of cursors) expect(walkCursorSchema.parse(cursor)).toEqual(cursor);
  });

  it('stops where it has been before, and leaves out what is older', async () => {
    const old = { ...pages, b: { entries: [entry(10), entry(9), entry(8)], next: 'c' } };
    const { asked, ids } = await walk(old, { since: iso(10) });
    expect([asked, ids]).toEqual([
      [undefined, 'b'],
      ['12', '11', '10'],
    ]);
  });

  describe('takes nothing for the end while the site offers a next page:', () => {
    const rest = { b: { entries: [entry(8)], next: 'c' }, c: { entries: [entry(3), entry(2)], next: 'd' } };
    it.each<[string, WalkLeg]>([
      ['a pinned old entry at the top', { entries: [entry(1), entry(12)], next: 'b' }],
      ['one in the middle', { entries: [entry(12), entry(1), entry(11)], next: 'b' }],
      ['one at the bottom', { entries: [entry(12), entry(11), entry(1)], next: 'b' }],
      ['several at the top', { entries: [entry(1), entry(2), entry(3), entry(12)], next: 'b' }],
      ['a first page of pinned entries alone', { entries: [entry(1), entry(2)], next: 'b' }],
      ['an empty page', { entries: [], next: 'b' }],
      ['a page of one old entry', { entries: [entry(1)], next: 'b' }],
      ['a page without times', { entries: [{ ...entry(12), time: new Date(Number.NaN) }], next: 'b' }],
    ])('%s', async (_, newest) => {
      const { asked, ids } = await walk({ newest, ...rest }, { since: iso(5) });
      expect([asked.slice(0, 3), ids]).toEqual([[undefined, 'b', 'c'], expect.arrayContaining(['8'])]);
      expect(asked).not.toContain('d');
    });
  });

  it('follows no site without end that offers empty pages, or one page after the other in a circle', async () => {
    let pagesAsked = 0;
    const endless = walkBack(
      {},
      { context, overlapMs: 0, ask: async () => ({ entries: [], next: String(++pagesAsked) }) },
    );
    for await (const page of endless) expect(page.comments).toEqual([]);
    expect(pagesAsked).toBe(20);
    const circle = { newest: { entries: [entry(12)], next: 'b' }, b: { entries: [entry(11)], next: 'c' } };
    const { asked } = await walk({ ...circle, c: { entries: [entry(10)], next: 'b' } });
    expect(asked).toEqual([undefined, 'b', 'c']);
  });

  it('goes on from the page where it was stopped, to where that reading was to end', async () => {
    const { asked, cursors } = await walk(pages, { since: iso(0), next: 'b', newest: iso(12) });
    expect([asked, cursors.at(-1)]).toEqual([['b', 'c'], { since: iso(11) }]);
  });

  it('is not led in circles by a page that names itself as the next', async () => {
    expect(
      (await walk({ newest: { entries: [entry(12)], next: 'b' }, b: { entries: [entry(11)], next: 'b' } })).asked,
    ).toEqual([undefined, 'b']);
  });

  it('does not take a time in the future, or none, for the newest one', async () => {
    const { cursors, read } = await walk({
      newest: { entries: [entry(23), { ...entry(1), time: new Date(Number.NaN) }, entry(5)] },
    });
    expect([cursors, read[0]?.comments.length]).toEqual([[{ since: iso(19) }], 3]);
  });

  it('goes by how far a page reaches where its entries do not tell', async () => {
    expect(
      (await walk({ newest: { entries: [entry(2)], next: 'b', reached: at(8) } }, { since: iso(5) })).asked,
    ).toEqual([undefined, 'b']);
  });

  it('tells apart what was left out and what was deleted', async () => {
    const { read } = await walk({
      newest: {
        entries: [
          { time: at(5), comment: null },
          { time: at(4), comment: null, deletedId: 'gone' },
        ],
      },
    });
    expect(read[0]).toMatchObject({ rows: 2, comments: [], filtered: 1, deletedIds: ['gone'] });
  });

  it('moves on nothing when there is nothing', async () => {
    expect((await walk({}, { since: iso(7) })).cursors).toEqual([{ since: iso(7) }]);
  });
});
