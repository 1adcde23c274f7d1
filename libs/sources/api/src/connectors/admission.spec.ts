import type { IncomingComment } from '@moodline/comments/api';
import { admit } from './admission';

const NOW = new Date('2026-05-03T09:00:00Z');
const comment = (more: Partial<IncomingComment>): IncomingComment => ({
  externalId: '1',
  text: 'fine',
  publishedAt: new Date('2026-05-03T08:00:00Z'),
  ...more,
});
const page = (...comments: IncomingComment[]) => admit({ rows: comments.length, comments, cursor: {} }, NOW);

describe('a page that is about to be stored', () => {
  it('loses what cannot be a comment, with the reason, and nothing else', () => {
    const { comments, rejected } = page(
      comment({ text: ' ' }),
      comment({ externalId: '2' }),
      comment({ publishedAt: new Date('never') }),
      comment({ publishedAt: new Date('2026-05-04T09:00:01Z') }),
      comment({ text: 'x'.repeat(200_001) }),
    );
    expect(comments.map(({ externalId }) => externalId)).toEqual(['2']);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [1, 'empty-text'],
      [3, 'no-time'],
      [4, 'future-time'],
      [5, 'text-too-long'],
    ]);
  });

  it('takes a clock that is up to a day ahead as now', () => {
    expect(page(comment({ publishedAt: new Date('2026-05-04T08:59:00Z') })).comments[0]?.publishedAt).toEqual(NOW);
  });

  it('gives ids a form that the database can index, the same each time', () => {
    const long = 'x'.repeat(5000);
    const [first, second] = page(comment({ externalId: long, parentId: long }), comment({ externalId: '' })).comments;
    expect(first?.externalId).toMatch(/^#.{27}$/);
    expect(first?.parentId).toBe(first?.externalId);
    expect(second?.externalId).toBe(page(comment({ externalId: '' })).comments[0]?.externalId);
    expect(admit({ rows: 0, comments: [], deletedIds: [long], cursor: {} }, NOW).deletedIds).toEqual([
      first?.externalId,
    ]);
  });
});
