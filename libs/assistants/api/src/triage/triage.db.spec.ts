import type { TriageQuery } from '@moodline/assistants/contract';
import { CommentIntake, CommentRepository, CommentWork } from '@moodline/comments/api';
import type { Label } from '@moodline/comments/contract';
import { Database } from '@moodline/shared/db';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import type { SourceAnswers } from '@moodline/sources/api';
import { SupportAnswers } from './support-answer.repository';
import { SupportAnswersQuery } from './support-answers.query';
import { SupportSettings } from './support-settings.repository';
import { TriageBoard } from './triage-board';
import { TriageQueueQuery } from './triage.query';

const NOW = new Date('2026-05-10T12:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

describe('triage', () => {
  let test: TestDatabase;
  let board: TriageBoard;
  let answers: SupportAnswers;
  let settings: SupportSettings;
  let ids: number[];
  let workspaceId: number;
  let by: { workspaceId: number; userId: number };

  const TEXTS: readonly (readonly [string, Label, number, number])[] = [
    ['screen flickers', 'negative', 2, 0],
    ['battery died', 'negative', 2, 999],
    ['late again', 'negative', 30, 0],
    ['love it', 'positive', 2, 5000],
    ['does it come in red', 'neutral', 2, 9],
    ['old complaint', 'negative', 24 * 40, 50],
    ['sale now on', 'negative', 3, 0],
  ];

  beforeEach(async () => {
    test = await createTestDatabase('UTC');
    ({ workspaceId } = test);
    const comments = TEXTS.map(([text, label, hours, engagement]) => ({
      ...{ text, label, engagement, publishedAt: hoursAgo(hours) },
    }));
    ids = await storeLabelled(test, comments);
    await test.database.$executeRaw`
      UPDATE label SET negative = CASE label WHEN 'negative' THEN 0.9 ELSE 0.1 END, positive = 0.05, neutral = 0.05`;
    await kind(4, 'question');
    await kind(6, 'ad');
    const { id } = await test.database.user.create({ data: { workspaceId, name: 'Ann', role: 'analyst' } });
    by = { workspaceId, userId: id };
    settings = new SupportSettings(test.database);
    answers = new SupportAnswers(test.database, new CommentWork(test.database));
    board = new TriageBoard(
      new TriageQueueQuery(test.database),
      new SupportAnswersQuery(test.database),
      settings,
      new CommentRepository(test.database),
      { ready: async () => new Map() } as unknown as SourceAnswers,
    );
  });
  afterEach(() => test.close());

  const at = (place: number) => ids[place] ?? 0;
  const kind = (place: number, is: string) =>
    test.database.label.updateMany({ where: { commentId: at(place) }, data: { kind: is, kindProbability: 0.9 } });
  const read = (query: Partial<TriageQuery> = {}) =>
    board.read(workspaceId, { show: 'waiting', limit: 50, ...query }, NOW);
  const texts = async (query: Partial<TriageQuery> = {}) =>
    (await read(query)).items.map(({ comment }) => comment.text);

  it('has complaints and questions of its days by urgency, in which waiting counts', async () => {
    expect(await texts()).toEqual(['battery died', 'late again', 'screen flickers', 'does it come in red']);
    const { items, total, overdue, capped } = await read();
    expect({ total, overdue, capped }).toEqual({ total: 4, overdue: 1, capped: false });
    const [battery, late, , red] = items;
    expect(late).toMatchObject({ overdue: true, hours: 30, reach: 1 });
    expect(late?.urgency).toBeCloseTo(0.9 * 1 * 2 * 0.5 ** (6 / (7 * 24)), 5);
    expect(battery?.urgency).toBeCloseTo(0.9 * 4 * (1 + 2 / 24), 5);
    expect(red?.negative).toBeCloseTo(0.3, 5);
  });

  it('puts a fresh complaint that many see before older ones that more saw, and counts these as overdue', async () => {
    await settings.save(workspaceId, { targetHours: 24, days: 60 });
    await test.database.comment.updateMany({ where: { id: at(5) }, data: { engagement: 5000 } });
    const { items } = await read();
    expect(items.map(({ comment }) => comment.text)).toEqual([
      ...['battery died', 'late again', 'screen flickers', 'does it come in red', 'old complaint'],
    ]);
    expect(items.at(-1)).toMatchObject({ overdue: true, hours: 24 * 40 });
  });

  it('follows the hours and days that an owner sets', async () => {
    await settings.save(workspaceId, { targetHours: 1, days: 60 });
    const { items, overdue, settings: kept } = await read();
    expect(kept).toEqual({ targetHours: 1, days: 60 });
    expect(overdue).toBe(5);
    expect(items.map(({ comment }) => comment.text)).toContain('old complaint');
    await settings.save(workspaceId, { targetHours: 48, days: 14 });
    expect((await read()).overdue).toBe(0);
  });

  it('asks for less, and counts the same', async () => {
    const { items, total } = await read({ limit: 2 });
    expect(items).toHaveLength(2);
    expect(total).toBe(4);
  });

  it('leaves out what is done, and what the house has answered at the source', async () => {
    const work = new CommentWork(test.database);
    await work.change(workspaceId, by.userId, [{ id: at(2), state: 'done' }]);
    await test.database.comment.updateMany({ where: { id: at(1) }, data: { externalId: 'b' } });
    await test.database.comment.updateMany({ where: { id: at(3) }, data: { parentId: 'b' } });
    expect(await texts()).toEqual(['battery died', 'screen flickers', 'does it come in red']);
    await test.database.comment.updateMany({ where: { id: at(3) }, data: { leftOut: 'own-account' } });
    expect(await texts()).toEqual(['screen flickers', 'does it come in red']);
  });

  it('shows those of one person, or of nobody', async () => {
    const work = new CommentWork(test.database);
    await work.change(workspaceId, by.userId, [{ id: at(0), assignee: by.userId }]);
    expect(await texts({ assignee: by.userId })).toEqual(['screen flickers']);
    expect(await texts({ assignee: 'none' })).toEqual(['battery died', 'late again', 'does it come in red']);
  });

  it('keeps an approved answer beside the comment, and takes an answered one off, with who and when', async () => {
    await answers.save(by, at(1), { text: 'Sorry about the battery.', from: 'model', answered: false });
    const battery = (await read()).items.find(({ comment }) => comment.id === at(1));
    expect(battery?.answer).toMatchObject({ from: 'model', approvedBy: 'Ann', answeredBy: null, answeredAt: null });
    expect(battery?.comment.work).toEqual({ state: 'open', assignee: null });
    const other = await test.database.user.create({ data: { workspaceId, name: 'Bob', role: 'owner' } });
    const answered = { text: 'Sorry about the battery.', from: 'model' as const, answered: true };
    expect(await answers.save({ workspaceId, userId: other.id }, at(1), answered)).toEqual({
      ...{ id: at(1), state: 'open', assignee: null },
    });
    expect(await texts()).not.toContain('battery died');
    const { items } = await read({ show: 'answered' });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      comment: { work: { state: 'done' } },
      answer: { approvedBy: 'Ann', answeredBy: 'Bob' },
    });
    await answers.remove(workspaceId, at(1));
    await new CommentWork(test.database).change(workspaceId, by.userId, [{ id: at(1), state: 'open' }]);
    expect(await texts()).toContain('battery died');
    await expect(answers.remove(workspaceId, at(1))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps no answer to a comment that goes at the same moment, and takes answers along', async () => {
    await answers.save(by, at(0), { text: 'Sorry.', from: 'person', answered: true });
    const intake = new CommentIntake(Buffer.from('key'));
    intake.onGone((transaction, workspace, gone) => answers.forget(transaction, workspace, gone));
    const other = new Database(test.url);
    const removed = Promise.withResolvers<void>();
    const removing = other.$transaction(async (transaction) => {
      await intake.removeThese(transaction, workspaceId, [at(0), at(1)]);
      removed.resolve();
      await transaction.$queryRaw`SELECT pg_sleep(0.05)::text`;
    });
    await removed.promise;
    const meeting = answers.save(by, at(1), { text: 'Sorry.', from: 'person', answered: true });
    await expect(meeting).rejects.toMatchObject({ code: 'not-found' });
    await removing;
    await other.$disconnect();
    expect(await test.database.supportAnswer.count()).toBe(0);
  });

  it('keeps snippets by title', async () => {
    const snippet = { title: 'Parcel', language: 'en' as const, words: ['parcel'], text: 'Please DM us.' };
    await settings.addSnippet(workspaceId, snippet);
    await settings.addSnippet(workspaceId, { ...snippet, title: 'Battery' });
    const [battery] = await settings.snippets(workspaceId);
    expect(battery?.title).toBe('Battery');
    await settings.saveSnippet(workspaceId, battery?.id ?? 0, { ...snippet, title: 'Zip' });
    expect((await settings.snippets(workspaceId)).map(({ title }) => title)).toEqual(['Parcel', 'Zip']);
    await settings.removeSnippet(workspaceId, battery?.id ?? 0);
    await expect(settings.removeSnippet(workspaceId, battery?.id ?? 0)).rejects.toMatchObject({ code: 'not-found' });
  });
});
