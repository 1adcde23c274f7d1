import { alertScopeSchema } from '@moodline/alerts/contract';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { NO_COMMENTS } from '../detection/hour-series';
import { HeaviestCommentsQuery } from './heaviest-comments.query';
import { HourlyCountsQuery } from './hourly-counts.query';

describe('counts per hour of a tag', () => {
  let test: TestDatabase;
  let ids: number[];
  const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 4, 3, hour, minute));

  beforeAll(async () => {
    test = await createTestDatabase('Asia/Kolkata');
    ids = await storeLabelled(test, [
      { text: 'late', label: 'negative', publishedAt: at(8, 5) },
      { text: 'later', label: 'negative', publishedAt: at(8, 25) },
      { text: 'latest', label: 'neutral', publishedAt: at(9, 45) },
      { text: 'on time', label: 'positive', publishedAt: at(8, 10) },
      { text: 'staff says late', label: 'negative', publishedAt: at(8, 15) },
    ]);
  });
  afterAll(() => test.close());

  it('are those of comments that have it and count, in hours of the zone', async () => {
    const { workspaceId, database } = test;
    const { id: tag } = await database.tag.create({
      data: { workspaceId, name: 'Late', color: 'red', threshold: 0.6, applyStored: true },
    });
    const row = (place: number) => ({ workspaceId, tagId: tag, commentId: ids[place] ?? 0 });
    await database.commentTag.createMany({
      data: [
        { ...row(0), said: true },
        { ...row(1), probability: 0.7, given: 'stored' },
        { ...row(2), probability: 0.9, given: 'stored' },
        { ...row(3), probability: 0.5, given: 'stored' },
        { ...row(4), said: true },
      ],
    });
    await database.comment.updateMany({ where: { id: ids[4] ?? 0 }, data: { leftOut: 'staff' } });
    const request = { workspaceId, scope: alertScopeSchema.parse({ tag }), from: at(0), to: at(20) };
    const counts = new HourlyCountsQuery(database);
    expect(await counts.list(request)).toEqual([
      { ...NO_COMMENTS, hour: at(7, 30), negative: 2 },
      { ...NO_COMMENTS, hour: at(9, 30), neutral: 1 },
    ]);
    const comments = await new HeaviestCommentsQuery(database).list(request, true, 5);
    expect(comments.map(({ text }) => text)).toEqual(['late', 'later']);
    await database.tag.updateMany({ data: { applyStored: false } });
    expect(await counts.list(request)).toMatchObject([{ negative: 1 }]);
  });
});
