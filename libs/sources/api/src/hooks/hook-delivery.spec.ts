import { readDelivery } from './hook-delivery';

const now = new Date('2026-05-03T09:00:00Z');
const read = (body: unknown, key: string | null = null) =>
  readDelivery(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), { key, now });
const ids = (body: unknown, key?: string) => read(body, key).comments.map(({ externalId }) => externalId);

describe('a delivery', () => {
  it('is one comment, a list, or a list with a name', () => {
    const one = { id: 'a', text: 'x' };
    expect([one, [one], { comments: [one] }].map((body) => ids(body))).toEqual([['a'], ['a'], ['a']]);
    expect([[], { comments: [] }].map((body) => read(body).rows)).toEqual([0, 0]);
  });

  it.each(['', 'text', '"text"', '1', 'null', '{"id":', '[1,'])('that is %s is refused', (body) =>
    expect(() => read(body)).toThrow(expect.objectContaining({ code: 'hook-body' })),
  );

  it('in another encoding than UTF-8 is refused, not damaged', () => {
    expect(() =>
      readDelivery(Buffer.from([0x7b, 0x22, 0xb0, 0xa1, 0x22, 0x3a, 0x31, 0x7d]), { key: null, now }),
    ).toThrow(expect.objectContaining({ code: 'hook-body' }));
  });

  it('of more than a thousand comments is refused', () => {
    expect(() => read(Array.from({ length: 1001 }, (_, id) => ({ id, text: 'x' })))).toThrow(
      expect.objectContaining({ status: 413 }),
    );
  });

  it('keeps what it says about a comment, and long numbers', () => {
    expect(
      read(
        '{"id":9007199254740993001,"text":" fine ","publishedAt":"2026-05-03T08:00:00+08:00","author":"u","engagement":3,"permalink":"https://a.example/1","parentId":7}',
      ).comments,
    ).toEqual([
      {
        externalId: '9007199254740993001',
        text: 'fine',
        publishedAt: new Date('2026-05-03T00:00:00Z'),
        author: 'u',
        engagement: 3,
        permalink: 'https://a.example/1',
        parentId: '7',
      },
    ]);
  });

  it('loses bad comments one by one, each with its place and reason', () => {
    const { rows, comments, rejected } = read([
      { id: 1, text: '' },
      { id: 2, text: 'x', permalink: 'javascript:1' },
      'x',
      { id: 3, text: 'good' },
      { id: 4, text: 'x', publishedAt: 'someday' },
      { id: 5, text: 'x', publishedAt: '2027-01-01' },
      { text: 'x' },
      { id: 7, deleted: true, text: 'x' },
    ]);
    expect([rows, comments.map(({ externalId }) => externalId)]).toEqual([8, ['3']]);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [1, 'empty-text'],
      [2, 'not-json'],
      [3, 'not-json'],
      [5, 'unreadable-time'],
      [6, 'future-time'],
      [7, 'no-time'],
    ]);
  });

  it('without ids is told from another by its key, or by text, author and time', () => {
    const body = [{ text: 'x' }, { text: 'x' }];
    expect(new Set(ids(body, 'k1')).size).toBe(2);
    expect(ids(body, 'k1')).toEqual(ids(body, 'k1'));
    expect(ids(body, 'k1')).not.toEqual(ids(body, 'k2'));
    const timed = { text: 'x', publishedAt: '2026-05-03T08:00:00Z' };
    expect(ids([timed])).toEqual(ids([timed]));
    expect(ids([timed])).not.toEqual(ids([{ ...timed, author: 'u' }]));
  });

  it('takes comments away by their ids', () =>
    expect(
      read([
        { id: 'a', deleted: true },
        { id: 2, deleted: true },
      ]).deletedIds,
    ).toEqual(['a', '2']));
});
