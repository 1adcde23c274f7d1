import { CommentRepository, FilterResolver, ThemeWordsQuery } from '@moodline/comments/api';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { StarsAgreementQuery } from './stars-agreement.query';

describe('stars against labels', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.close());

  it('counts where both say the same, and where not', async () => {
    const publishedAt = new Date('2026-11-01T10:00:00Z');
    const given = [
      { label: 'positive', stars: 5 },
      { label: 'negative', stars: 4 },
      { label: 'neutral', stars: 3 },
      { label: 'negative', stars: 1 },
      { label: 'negative', recommended: false },
      { label: 'positive', recommended: false },
      { label: 'positive' },
    ] as const;
    const ids = await storeLabelled(
      test,
      given.map(({ label }, index) => ({ text: `text ${index}`, label, publishedAt })),
    );
    for (const [index, one] of given.entries())
      await test.database.comment.update({
        where: { workspaceId_id: { workspaceId: test.workspaceId, id: ids[index] as number } },
        data: { stars: 'stars' in one ? one.stars : null, recommended: 'recommended' in one ? one.recommended : null },
      });
    const filter = await new FilterResolver(
      new CommentRepository(test.database),
      new ThemeWordsQuery(test.database),
    ).resolve(test.workspaceId, {});
    expect(await new StarsAgreementQuery(test.database).read(filter)).toEqual({
      n: 6,
      agree: 4,
      rows: [
        { stars: 'negative', label: 'negative', count: 2 },
        { stars: 'negative', label: 'positive', count: 1 },
        { stars: 'neutral', label: 'neutral', count: 1 },
        { stars: 'positive', label: 'negative', count: 1 },
        { stars: 'positive', label: 'positive', count: 1 },
      ],
    });
  });
});
