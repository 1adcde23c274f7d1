import { createTestDatabase, storeLabelled } from '@moodline/shared/testing';
import { countAnew } from '../testing/counted-anew.query';

it('counts comments with stars, with the sums of their tenths and of the squares of these; those that are left out do not count', async () => {
  const test = await createTestDatabase('UTC');
  const { database, workspaceId } = test;
  try {
    const publishedAt = new Date('2026-05-03T08:20:00Z');
    const texts = ['five', 'four and a half', 'none', 'staff'];
    const ids = await storeLabelled(
      test,
      texts.map((text) => ({ text, label: 'positive', publishedAt })),
    );
    const change = (place: number, data: object) =>
      database.comment.updateMany({ where: { workspaceId, id: ids[place] ?? 0 }, data });
    await change(0, { stars: 5 });
    await change(1, { stars: 4.5 });
    await change(3, { stars: 1, leftOut: 'staff' });
    await countAnew(database, workspaceId);
    expect(await database.moodBucket.findMany()).toMatchObject([
      { positive: 3, starred: 2, starSum: 95n, starSquares: BigInt(50 ** 2 + 45 ** 2) },
    ]);
  } finally {
    await test.close();
  }
});
