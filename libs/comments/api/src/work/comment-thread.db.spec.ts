import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { readThread } from './comment-thread.query';

describe('the thread around a comment', () => {
  let test: TestDatabase;
  let ids: number[];

  beforeAll(async () => {
    test = await createTestDatabase('UTC');
    const many = Array.from({ length: 52 }, (_, index) => `answer ${index}`);
    const texts = ['root', 'reply', 'other reply', 'deeper', 'lost', 'alone', ...many];
    ids = await storeLabelled(
      test,
      texts.map((text, day) => ({
        text,
        label: 'neutral' as const,
        publishedAt: new Date(Date.UTC(2026, 4, 3 + day)),
      })),
    );
    for (const [place, text] of texts.entries())
      await test.database.comment.updateMany({ where: { id: ids[place] }, data: { externalId: text } });
    const answers = { reply: 'root', 'other reply': 'root', deeper: 'reply', lost: 'nobody' };
    await test.database.comment.updateMany({ where: { externalId: { in: many } }, data: { parentId: 'alone' } });
    for (const [externalId, parentId] of Object.entries(answers))
      await test.database.comment.updateMany({ where: { externalId }, data: { parentId } });
  });
  afterAll(() => test.close());

  const thread = (place: number) => readThread(test.database, test.workspaceId, ids[place] ?? 0);

  it('has answers below what they answer', async () => {
    const root = await thread(0);
    expect(root?.comment.text).toBe('root');
    expect(root?.parents).toEqual([]);
    expect(root?.answers.map(({ depth, comment }) => [depth, comment.text])).toEqual([
      [1, 'reply'],
      [2, 'deeper'],
      [1, 'other reply'],
    ]);
    expect(root).toMatchObject({ more: false, answersUnknown: false });
  });

  it('has what the comment answers, the first one first', async () => {
    const deeper = await thread(3);
    expect(deeper?.parents.map(({ text }) => text)).toEqual(['root', 'reply']);
    expect(deeper?.answers).toEqual([]);
  });

  it('says where the comment answers something that is not stored', async () => {
    expect(await thread(4)).toMatchObject({ parents: [], answersUnknown: true });
    expect(await thread(5)).toMatchObject({ parents: [], answersUnknown: false });
    expect(await readThread(test.database, test.workspaceId, 999_999)).toBeNull();
  });

  it('ends where a source sends a ring', async () => {
    await test.database.comment.updateMany({ where: { externalId: 'root' }, data: { parentId: 'deeper' } });
    const root = await thread(0);
    expect(root?.parents.map(({ text }) => text)).toEqual(['reply', 'deeper']);
    expect(root?.answers.map(({ comment }) => comment.text)).toEqual(['reply', 'deeper', 'other reply']);
    await test.database.comment.updateMany({ where: { externalId: 'root' }, data: { parentId: null } });
  });

  it('shows 50 answers and says that there are more', async () => {
    const alone = await thread(5);
    expect(alone?.answers).toHaveLength(50);
    expect(alone?.answers[0]?.comment.text).toBe('answer 0');
    expect(alone?.more).toBe(true);
  });
});
