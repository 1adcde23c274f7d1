import { CommentIntake, CommentRepository } from '@moodline/comments/api';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { LabelWriters } from '../testing/label-writers';

describe('labels of persons that come back with an export', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.close());

  it('are kept with their name, time and reason, and the machine labels the comment, too', async () => {
    const { database, workspaceId } = test;
    const intake = new CommentIntake(Buffer.alloc(32, 1));
    new LabelWriters(database).joins(intake);
    const place = await test.source();
    const at = new Date('2026-11-03T00:00:00Z');
    await database.$transaction((transaction) =>
      intake.store(transaction, {
        workspaceId,
        ...place,
        comments: [
          {
            externalId: 'a',
            text: 'cold',
            publishedAt: at,
            verdict: { label: 'negative', by: 'Ann', at, reason: 'cold' },
          },
          { externalId: 'b', text: 'warm', publishedAt: at },
        ],
      }),
    );
    expect(await database.labelTask.count()).toBe(2);
    const [given] = await database.humanLabel.findMany();
    expect(given).toMatchObject({ label: 'negative', byName: 'Ann', userId: null, reason: 'cold', createdAt: at });
    const id = Number(given?.commentId);
    await database.label.create({
      data: { workspaceId, commentId: id, roleVersion: 1, model: 'm', label: 'positive' },
    });
    const [comment] = await new CommentRepository(database).byIds(workspaceId, [id]);
    expect(comment).toMatchObject({
      label: 'negative',
      machineLabel: 'positive',
      correction: { by: 'Ann', reason: 'cold' },
    });
  });
});
