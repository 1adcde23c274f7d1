import type { ImportField } from '@moodline/sources/contract';
import { DayPlaces } from './day-places';
import { readCommentRow, readCount, type RowPlan } from './comment-row';
import { BROKEN } from '../import/encoding';
import { starReader } from './stars';
import { timeReader } from './time-formats';

const FIELDS: ImportField[] = [
  'text',
  'publishedAt',
  'externalId',
  'author',
  'engagement',
  'permalink',
  'language',
  'parentId',
  'source',
  'title',
  'timeOfDay',
  'stars',
  'recommended',
];
const plan: RowPlan = {
  column: new Map(FIELDS.map((field) => [field, field])),
  readTime: timeReader([], 'UTC', new Date('2026-06-15T12:00:00Z')),
  readStars: starReader(['1', '4', '5']),
};
const read = (values: Partial<Record<ImportField, string>>, shortBy?: number) =>
  readCommentRow(
    {
      line: 7,
      values: new Map(Object.entries({ publishedAt: '2026-05-03 08:00', text: 'Fine', ...values })),
      ...(shortBy ? { shortBy } : {}),
    },
    plan,
  );

describe('a row', () => {
  it('becomes a comment', () => {
    expect(
      read({
        text: ' Fine. ',
        externalId: 't1',
        author: 'Ann',
        engagement: '1.2万',
        permalink: 'https://a.example/1',
        language: 'zh-CN',
        parentId: 't0',
      }),
    ).toEqual({
      line: 7,
      source: null,
      comment: {
        externalId: 't1',
        text: 'Fine.',
        publishedAt: new Date('2026-05-03T08:00:00Z'),
        author: 'Ann',
        engagement: 12_000,
        permalink: 'https://a.example/1',
        language: 'zh',
        parentId: 't0',
      },
    });
  });

  it.each([
    ['empty-text', { text: ' \0 ' }],
    ['no-time', { publishedAt: '' }],
    ['unreadable-time', { publishedAt: 'soon' }],
    ['future-time', { publishedAt: '2027-01-01' }],
    ['broken-text', { text: `a${BROKEN}${BROKEN}b` }],
    ['empty-text', { text: 'NaN' }],
    ['placeholder', { text: '[deleted]' }],
    ['placeholder', { text: '该评论已删除' }],
    ['placeholder', { text: 'Comment removed by moderator' }],
    ['placeholder', { text: '此用户没有填写评价。' }],
    ['text-too-long', { text: '长'.repeat(70_000) }],
  ])('is refused: %s', (code, values) => {
    expect(read(values)).toEqual({ line: 7, problem: expect.objectContaining({ code }) });
  });

  it('of stars without words is a comment, told apart from others by its stars', () => {
    const rows = ['4', '5'].map((stars) => read({ text: 'nan', stars }));
    expect(rows[0]).toHaveProperty('comment', expect.objectContaining({ text: '', stars: 4, language: 'und' }));
    expect(new Set(rows.map((row) => 'comment' in row && row.comment.externalId)).size).toBe(2);
    expect(read({ text: '' })).toHaveProperty('problem.code', 'empty-text');
  });

  it('loses the entities of the page it was copied from', () => {
    expect(read({ text: 'salt &amp; vinegar &lt;3 &#128525;' })).toHaveProperty('comment.text', 'salt & vinegar <3 😍');
  });

  it.each([
    ['I don&#39;t like it<br>at all &amp; <b>slow</b>', "I don't like it\nat all & slow"],
    ['Late.<p>See <a href="https://e.example">this</a>', 'Late.\nSee this'],
    ['a <b and 1 < 2 <3 <大>', 'a <b and 1 < 2 <3 <大>'],
  ])('loses the tags of a page: %s', (text, plain) => expect(read({ text })).toHaveProperty('comment.text', plain));

  it('loses a character that is damaged, and no more', () => {
    expect(read({ text: `Love it ${BROKEN}?` })).toHaveProperty('comment.text', 'Love it \uFFFD?');
  });

  it.each([
    [{ title: 'Worst update ever', text: 'It asks for a login.' }, 'Worst update ever\n\nIt asks for a login.'],
    [{ title: 'Servers down again?', text: '' }, 'Servers down again?'],
    [{ title: 'Servers down again?', text: 'nan' }, 'Servers down again?'],
    [{ title: 'Great', text: 'Great phone' }, 'Great phone'],
    [{ title: 'null', text: 'Great phone' }, 'Great phone'],
    [{ title: 'A post', text: '[removed]' }, 'A post'],
  ])('joins title and text: %j', (values, text) => expect(read(values)).toHaveProperty('comment.text', text));

  it.each([
    ['2026-05-03', '09:15', '2026-05-03T09:15:00.000Z'],
    ['2026/5/3', '下午3:05', '2026-05-03T15:05:00.000Z'],
    ['3 May 2026', '9:15:30 PM', '2026-05-03T21:15:30.000Z'],
    ['2026-05-03 00:00:00', '09:15', '2026-05-03T09:15:00.000Z'],
    ['2026-05-03', '0.5', '2026-05-03T12:00:00.000Z'],
    ['2026-05-03 10:00', '09:15', '2026-05-03T10:00:00.000Z'],
    ['2026-05-03', 'soon', '2026-05-03T00:00:00.000Z'],
  ])('has the day %s and the clock %s', (publishedAt, timeOfDay, time) =>
    expect(read({ publishedAt, timeOfDay })).toHaveProperty('comment.publishedAt', new Date(time)),
  );

  it('keeps stars and the verdict', () => {
    expect(read({ stars: '4', recommended: 'Not Recommended' })).toMatchObject({
      comment: { stars: 4, recommended: false },
    });
    expect(read({ stars: '', recommended: 'maybe' })).not.toHaveProperty('comment.stars');
  });

  it('is told apart from equal ones by its place, where only the day is known and nobody is named', () => {
    const places = () => {
      const withPlaces = { ...plan, places: new DayPlaces() };
      return (publishedAt: string, author = '') =>
        readCommentRow(
          {
            line: 1,
            values: new Map([
              ['publishedAt', publishedAt],
              ['text', 'Love it!'],
              ['author', author],
            ]),
          },
          withPlaces,
        );
    };
    const ids = (values: [string, string?][]) => {
      const next = places();
      return values.map(
        ([time, author]) => (next(time, author) as { comment: { externalId: string } }).comment.externalId,
      );
    };
    const three = ids([['2026-03-01'], ['2026-03-01'], ['2026-03-01']]);
    expect(new Set(three).size).toBe(3);
    expect(ids([['2026-03-01'], ['2026-03-01'], ['2026-03-01']])).toEqual(three);
    expect(
      new Set(
        ids([
          ['2026-03-01', 'Ann'],
          ['2026-03-01', 'Ann'],
        ]),
      ).size,
    ).toBe(1);
    expect(new Set(ids([['2026-03-01 10:00'], ['2026-03-01 10:00']])).size).toBe(1);
  });

  it('is not told by an id that a spreadsheet rounded', () => {
    const id = (text: string) =>
      (read({ externalId: '7.45678E+18', text }) as { comment: { externalId: string } }).comment.externalId;
    expect(id('one')).not.toBe(id('two'));
  });

  it('that is too short is refused for that, not for what is missing', () => {
    expect(read({ publishedAt: '' }, 1)).toEqual({
      line: 7,
      problem: expect.objectContaining({ code: 'column-count' }),
    });
    expect(read({}, 1)).toHaveProperty('comment');
  });

  it('without an id is known again by text, time and author', () => {
    const id = (values: Partial<Record<ImportField, string>>) =>
      (read(values) as { comment: { externalId: string } }).comment.externalId;
    expect(id({ author: 'A' })).toBe(id({ author: 'A', engagement: '5' }));
    expect(
      new Set([id({ author: 'A' }), id({ author: 'B' }), id({ text: 'Good' }), id({ publishedAt: '2026-05-03 08:01' })])
        .size,
    ).toBe(4);
  });

  it('with an enormous id gets a short one', () => {
    expect(
      (read({ externalId: 'x'.repeat(5000) }) as { comment: { externalId: string } }).comment.externalId.length,
    ).toBeLessThan(40);
  });

  it.each([
    ['12', 12],
    ['1,234', 1234],
    ['3.5k', 3500],
    ['2w+', 20_000],
    ['1億', 100_000_000],
    ['1.234', 1234],
    ['1.234.567', 1_234_567],
    ['1,234.50', 1235],
    ['1 234', 1234],
    ['12.0', 12],
    ['3,5k', 3500],
    ['1,2 Tsd.', 1200],
    ['12 likes', 12],
    ['12赞', 12],
    ['赞 12', 12],
    ['12 people found this helpful', 12],
    ['One person found this helpful', 1],
    ['2nd', 0],
    ['many', 0],
    ['-3', 0],
    ['', 0],
  ])('counts "%s" as %d', (text, count) => {
    expect(readCount(text)).toBe(count);
  });
});
