import { openSource } from '../open-source';
import { HackerNewsConnector } from './hacker-news.connector';

/** A search that holds one hit a second back from 100, some seconds more than one, and answers two at a time. */
function search(times: readonly number[]) {
  const asked: string[] = [];
  const json = async (_: unknown, __: string, { query }: { query: { numericFilters: string } }) => {
    asked.push(query.numericFilters);
    const [, from, to = Infinity] = (/>=(\d+)(?:,created_at_i<=(\d+))?/.exec(query.numericFilters) ?? []).map(Number);
    const found = times.filter((time) => time >= (from ?? 0) && time <= (Number.isNaN(to) ? Infinity : to));
    return {
      data: {
        nbHits: found.length,
        hits: found.slice(0, 2).map((time) => ({ objectID: `${time}-${times.indexOf(time)}`, created_at_i: time })),
      },
    };
  };
  return { asked, json };
}

async function read(times: readonly number[], cursor = {}) {
  const connector = new HackerNewsConnector();
  const { asked, json } = search(times);
  const { context } = openSource(connector, {
    line: {} as never,
    signal: new AbortController().signal,
    config: { query: 'x' },
    secrets: {},
    since: new Date(10_000),
  });
  const pages = [];
  for await (const page of connector.fetchSince({ query: 'x', read: 'both' }, cursor, {
    ...context,
    http: { json } as never,
  }))
    pages.push(page);
  return { asked, cursors: pages.map((page) => page.cursor) };
}

describe('Hacker News', () => {
  it('is read back from now to the last reading, asking for the last second of a page again', async () => {
    const { asked, cursors } = await read([100, 99, 98]);
    expect(asked).toEqual(['created_at_i>=10', 'created_at_i>=10,created_at_i<=99']);
    expect(cursors).toEqual([{ since: 10, until: 99, newest: 100 }, { since: 10 }]);
  });

  it('does not stop where a page holds one second only', async () => {
    const { asked } = await read([100, 50, 50, 50, 49]);
    expect(asked).toEqual([
      'created_at_i>=10',
      'created_at_i>=10,created_at_i<=50',
      'created_at_i>=10,created_at_i<=49',
    ]);
  });

  it('reads two hours again the next time, for edits and what came late', async () => {
    const { cursors } = await read([20_000, 19_000], { since: 18_000 });
    expect(cursors).toEqual([{ since: 18_000 }]);
    expect((await read([40_000], { since: 18_000 })).cursors).toEqual([{ since: 32_800 }]);
  });
});
