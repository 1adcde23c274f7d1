import type { SendAnswer } from '@moodline/assistants/contract';
import { CommentWork } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';
import { DomainError } from '@moodline/shared/http';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import type { SourceAnswers } from '@moodline/sources/api';
import { AnswerSending } from './answer-sending';
import { SupportAnswers } from './support-answer.repository';
import { SupportAnswersQuery } from './support-answers.query';

class Refused extends DomainError {
  constructor(readonly unclear: boolean) {
    super('refused', 'Refused.', 422);
  }
}

describe('an answer that is sent through its source', () => {
  let test: TestDatabase;
  let answers: SupportAnswers;
  let by: { workspaceId: number; userId: number };
  let id: number;
  let published: string[];
  let problem: Error | null;

  const site = {
    send: async (_: number, __: number, text: string) => {
      if (problem) throw problem;
      published.push(text);
      return { through: 'mastodon', link: 'https://social.example/8' };
    },
    isUnclear: (error: unknown) => !(error instanceof Refused) || error.unclear,
  } as unknown as SourceAnswers;
  const answer: SendAnswer = { text: 'Sorry about the lamp.', from: 'model', again: false };
  const kept = async () => (await new SupportAnswersQuery(test.database).of(by.workspaceId, [id])).get(id);
  const stateOf = async () => (await test.database.commentWork.findFirst({ where: { commentId: id } }))?.state;
  let sending: AnswerSending;

  beforeEach(async () => {
    test = await createTestDatabase('UTC');
    const { workspaceId } = test;
    [id = 0] = await storeLabelled(test, [{ text: 'lamp is dark', label: 'negative', publishedAt: new Date() }]);
    const { id: userId } = await test.database.user.create({ data: { workspaceId, name: 'Ann', role: 'analyst' } });
    by = { workspaceId, userId };
    answers = new SupportAnswers(test.database, new CommentWork(test.database));
    sending = new AnswerSending(answers, site);
    [published, problem] = [[], null];
  });
  afterEach(() => test.close());

  it('is kept with what was sent, by whom, through what and where it stands, and the comment is done', async () => {
    await sending.send(by, id, answer);
    expect(await kept()).toMatchObject({
      ...{ text: 'Sorry about the lamp.', from: 'model', answeredBy: 'Ann', unclear: null },
      sent: { through: 'mastodon', link: 'https://social.example/8' },
    });
    expect(await stateOf()).toBe('done');
  });

  it('is never sent twice, changed or taken back', async () => {
    await sending.send(by, id, answer);
    const code = 'already-answered';
    await expect(sending.send(by, id, { ...answer, again: true })).rejects.toMatchObject({ code });
    await expect(answers.save(by, id, { ...answer, answered: false })).rejects.toMatchObject({ code });
    await expect(answers.remove(by.workspaceId, id)).rejects.toMatchObject({ code });
    expect(published).toHaveLength(1);
  });

  it('stays approved where the source refuses it', async () => {
    problem = new Refused(false);
    await expect(sending.send(by, id, answer)).rejects.toMatchObject({ code: 'refused' });
    expect(await kept()).toMatchObject({ approvedBy: 'Ann', answeredAt: null, sent: null, unclear: null });
    problem = null;
    await sending.send(by, id, answer);
    expect(published).toHaveLength(1);
  });

  it.each([
    ['the source does not say whether it arrived', new Refused(true)],
    ['something unforeseen happens', new Error('cut')],
  ])('is unclear where %s, and sent again on purpose only', async (_, error) => {
    problem = error;
    await expect(sending.send(by, id, answer)).rejects.toMatchObject({ code: 'sending-unclear' });
    expect((await kept())?.unclear).toMatch(/^\d{4}-/u);
    problem = null;
    await expect(sending.send(by, id, answer)).rejects.toMatchObject({ code: 'sending-unclear' });
    expect(published).toEqual([]);
    await sending.send(by, id, { ...answer, again: true });
    expect(published).toHaveLength(1);
  });

  it('is settled by a person who found it at the source', async () => {
    problem = new Error('cut');
    await expect(sending.send(by, id, answer)).rejects.toThrow();
    await answers.save(by, id, { text: answer.text, from: 'model', answered: true });
    expect(await kept()).toMatchObject({ answeredBy: 'Ann', unclear: null, sent: null });
  });

  it('is sent once where two people send at the same moment', async () => {
    const other = new Database(test.url);
    const twin = new AnswerSending(new SupportAnswers(other, new CommentWork(other)), site);
    const ends = await Promise.allSettled([sending.send(by, id, answer), twin.send(by, id, answer)]);
    await other.$disconnect();
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(published).toHaveLength(1);
  });

  it('is not sent where the comment is gone', async () => {
    await expect(sending.send(by, id + 999, answer)).rejects.toMatchObject({ code: 'not-found' });
    expect(published).toEqual([]);
  });
});
