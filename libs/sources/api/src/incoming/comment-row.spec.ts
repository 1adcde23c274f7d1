import type { ImportField } from '@moodline/sources/contract';
import { readCommentRow, readCount, type RowPlan } from './comment-row';
import { BROKEN } from '../import/encoding';
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
];
const plan: RowPlan = {
  column: new Map(FIELDS.map((field) => [field, field])),
  readTime: timeReader([], 'UTC', new Date('2026-06-15T12:00:00Z')),
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
    ['broken-text', { text: `a${BROKEN}b` }],
    ['text-too-long', { text: '长'.repeat(70_000) }],
  ])('is refused: %s', (code, values) => {
    expect(read(values)).toEqual({ line: 7, problem: expect.objectContaining({ code }) });
  });

  it('loses the entities of the page it was copied from', () => {
    expect(read({ text: 'salt &amp; vinegar &lt;3 &#128525;' })).toHaveProperty('comment.text', 'salt & vinegar <3 😍');
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
    ['many', 0],
    ['-3', 0],
    ['', 0],
  ])('counts "%s" as %d', (text, count) => {
    expect(readCount(text)).toBe(count);
  });
});
