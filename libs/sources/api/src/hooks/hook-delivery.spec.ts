import { readDelivery } from './hook-delivery';

const now = new Date('2026-05-03T09:00:00Z');
const read = (body: unknown, key: string | null = null) =>
  readDelivery(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), {
    key,
    now,
    timeZone: 'Asia/Shanghai',
  });
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
      readDelivery(Buffer.from([0x7b, 0x22, 0xb0, 0xa1, 0x22, 0x3a, 0x31, 0x7d]), { key: null, now, timeZone: 'UTC' }),
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
      { id: 2, text: ['x'] },
      'x',
      { id: 3, text: 'good' },
      { text: 'x' },
      { id: 7, deleted: true, text: 'x' },
    ]);
    expect([rows, comments.map(({ externalId }) => externalId)]).toEqual([6, ['3']]);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [1, 'empty-text'],
      [2, 'not-json'],
      [3, 'not-json'],
      [5, 'no-time'],
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

  it.each([
    [{ engagement: -5 }, { engagement: 0 }],
    [{ engagement: 3.5 }, { engagement: 3 }],
    [{ engagement: '12' }, { engagement: 12 }],
    [{ engagement: 9e20 }, { engagement: 2_000_000_000 }],
    [{ engagement: 'many' }, { engagement: 0 }],
    [{ engagement: {} }, { engagement: 0 }],
    [{ author: 17 }, { author: '17' }],
    [{ author: { name: 'a' } }, { author: null }],
    [{ author: false }, { author: null }],
    [{ permalink: 'javascript:1' }, { permalink: null }],
    [{ permalink: 7 }, { permalink: null }],
    [{ parentId: [1] }, { parentId: null }],
    [{ deleted: 'no' }, {}],
    [{ more: 'fields' }, {}],
    [{ text: 5 }, { text: '5' }],
  ])('keeps a comment of which a side field is odd: %j', (odd, as) => {
    const { comments, rejected } = read({ id: 'c', text: 'fine', ...odd });
    expect([comments, rejected]).toEqual([[expect.objectContaining({ externalId: 'c', text: 'fine', ...as })], []]);
  });

  it('loses one value to a number that is none', () =>
    expect(
      read('[{"id":"c","text":"NaN is no number","engagement":NaN},{"id":"d","text":"x","engagement":-Infinity}]')
        .comments,
    ).toMatchObject([
      { externalId: 'c', text: 'NaN is no number', engagement: 0 },
      { externalId: 'd', engagement: 0 },
    ]));

  it('may have times without a zone, which are local, and times ahead, which are those of the arrival', () => {
    const times = (...written: string[]) =>
      read(written.map((publishedAt, id) => ({ id, text: 'x', publishedAt }))).comments.map(
        (comment) => comment.publishedAt,
      );
    expect(times('2026-05-02 23:30:00', 'Sa, 02 Mai 2026 23:30:00 +0200', '2026-05-06')).toEqual([
      new Date('2026-05-02T15:30:00Z'),
      new Date('2026-05-02T21:30:00Z'),
      now,
    ]);
  });

  it.each(['someday', '1970-01-01', '9999-12-31', { at: 1 }])(
    'keeps a comment whose time is none: %j',
    (publishedAt) => {
      const body = { text: 'x', publishedAt };
      const [first] = read(body).comments;
      expect(first).toMatchObject({ dateUnknown: true, publishedAt: now });
      expect(ids(body)).toEqual(ids(body));
    },
  );
});
