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
      comment({ text: 'x'.repeat(200_001) }),
    );
    expect(comments.map(({ externalId }) => externalId)).toEqual(['2']);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [1, 'empty-text'],
      [3, 'text-too-long'],
    ]);
  });

  it.each(['2026-05-03T09:00:01Z', '2026-05-04T08:59:00Z', '2026-05-06T09:00:00Z', '2027-01-01T00:00:00Z'])(
    'keeps a comment that is dated ahead, %s, as written when it is seen',
    (written) => {
      const [first] = page(comment({ publishedAt: new Date(written) })).comments;
      expect([first?.publishedAt, first?.dateUnknown]).toEqual([NOW, undefined]);
    },
  );

  it.each(['never', '1970-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '2099-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'keeps a comment whose date is none, %s, without one, or as written now if a person says so',
    (written) => {
      const undated = { rows: 1, comments: [comment({ externalId: '', publishedAt: new Date(written) })], cursor: {} };
      const [first] = admit(undated, NOW).comments;
      expect(first).toMatchObject({ publishedAt: NOW, dateUnknown: true });
      expect(admit(undated, NOW, true).comments[0]).toMatchObject({ publishedAt: NOW, dateAssumed: true });
      // It is the same one at the next reading.
      expect(admit(undated, new Date('2026-05-09T00:00:00Z')).comments[0]?.externalId).toBe(first?.externalId);
    },
  );

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
