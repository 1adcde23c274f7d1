import type { INestApplicationContext } from '@nestjs/common';
import { CommentForgetter, CommentIntake, ForgottenRepository } from '@moodline/comments/api';
import { Letters } from '@moodline/notify/api';
import type { Notice } from '@moodline/notify/contract';
import { createTestDatabase, storeLabelled, type LabelledText, type TestDatabase } from '@moodline/shared/testing';
import { reportingProcess, specReport, SPEC_URL } from '../testing/reporting-process.query';
import { ReportEditor } from './report-editor';
import { IssueMaker } from './issue-maker';
import { IssueRepository } from './issue.repository';

jest.setTimeout(120_000);

const texts = (day: string, label: LabelledText['label'], count: number, text: string): LabelledText[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ label, text: `${text} ${index}`, engagement: index },
    publishedAt: new Date(`${day}T0${index % 10}:00:00Z`),
  }));

describe('making a report', () => {
  let test: TestDatabase;
  let process: INestApplicationContext;
  let maker: IssueMaker;
  let issues: IssueRepository;
  let channelId: number;
  /** A Monday, 09:00 in Shanghai. */
  const clock = { now: new Date('2026-05-11T01:00:00Z') };

  beforeAll(async () => {
    test = await createTestDatabase();
    await storeLabelled(test, [
      ...texts('2026-04-29', 'positive', 22, 'such a light phone'),
      ...texts('2026-05-05', 'negative', 20, 'the battery drains so fast'),
      ...texts('2026-05-06', 'positive', 8, 'lovely mint colour'),
    ]);
    process = await reportingProcess(test.url, clock);
    [maker, issues] = [process.get(IssueMaker), process.get(IssueRepository)];
    const config = { host: 'mail.example.com', from: 'a@example.com', to: ['Ann@example.com', 'bo@example.com'] };
    ({ id: channelId } = await test.database.channel.create({
      data: { workspaceId: test.workspaceId, kind: 'smtp', name: 'Mail', config },
    }));
  });
  afterAll(async () => {
    await process?.close();
    await test?.close();
  });
  beforeEach(async () => {
    await test.database.reportIssue.deleteMany();
    await test.database.report.deleteMany();
    await test.database.reportRecipient.deleteMany();
    await test.database.delivery.deleteMany();
  });
  const create = (more = {}) => process.get(ReportEditor).create(test.workspaceId, specReport(more));
  const letterOf = (notice: unknown) => process.get(Letters).write(test.workspaceId, notice as Notice);

  it('is found again, fact by fact, from what was kept of it as long as labels and comments are the same', async () => {
    const report = await create({ skipUnchanged: false });
    const [first, again] = [
      await maker.byHand(test.workspaceId, report.id, { send: false }),
      await maker.byHand(test.workspaceId, (await create({ name: 'The same' })).id, { send: false }),
    ];
    const [one, two] = [await issues.get(test.workspaceId, first.id), await issues.get(test.workspaceId, again.id)];
    expect({ ...two.snapshot, title: one.title }).toEqual(one.snapshot);
    expect(one.snapshot).toMatchObject({ filter: { from: '2026-05-04', to: '2026-05-10' }, versions: { rules: 3 } });
  });

  it('compares a month with the month before, however many days that has', async () => {
    const { id: reportId } = await create({ template: 'monthly', period: { kind: 'month' } });
    const { id } = await maker.byHand(test.workspaceId, reportId, { send: false });
    const { snapshot } = await issues.get(test.workspaceId, id);
    expect(snapshot.period).toEqual({ from: '2026-04-01', to: '2026-04-30' });
    expect(snapshot.compared).toEqual({ from: '2026-03-01', to: '2026-03-31' });
  });

  it('tells the whole week before, with numbers of the counts and what opens them', async () => {
    const report = await create();
    const { id } = await maker.byHand(test.workspaceId, report.id, { send: false });
    const { snapshot } = await issues.get(test.workspaceId, id);
    expect(snapshot.period).toEqual({ from: '2026-05-04', to: '2026-05-10' });
    expect(snapshot.compared).toEqual({ from: '2026-04-27', to: '2026-05-03' });
    expect(snapshot.sample).toEqual({ comments: 28, labelled: 28, read: 28 });
    const figures = snapshot.sections.flatMap((one) => (one.kind === 'figures' ? one.figures : []));
    const opens = { from: '2026-05-04', to: '2026-05-10' };
    expect(figures.find(({ name }) => name === 'net')).toEqual({
      ...{ name: 'net', value: -43, before: 100, clear: true, opens },
    });
    expect(figures.find(({ name }) => name === 'comments')).toMatchObject({ value: 28, before: 22 });
    const summary = snapshot.sections.flatMap((one) => (one.kind === 'summary' ? one.sentences : []));
    expect(summary[0]?.text).toContain('−43');
    for (const { facts } of summary)
      expect(facts.every((fact) => snapshot.facts.some((known) => known.id === fact))).toBe(true);
  });

  it('leaves out what is hidden, keeps the order, and puts own paragraphs where they stand', async () => {
    const report = await create({
      sections: [
        { kind: 'own', hidden: false, title: 'First', text: 'Our words.' },
        { kind: 'sources', hidden: false, title: '', text: '' },
        { kind: 'summary', hidden: true, title: '', text: '' },
        { kind: 'figures', hidden: false, title: '', text: '' },
      ],
    });
    const { id } = await maker.byHand(test.workspaceId, report.id, { send: false });
    const { snapshot } = await issues.get(test.workspaceId, id);
    expect(snapshot.sections.map(({ kind }) => kind)).toEqual(['own', 'sources', 'figures']);
  });

  it('says what changed since the last one', async () => {
    const report = await create();
    await maker.byHand(test.workspaceId, report.id, { send: false });
    const { id } = await maker.byHand(test.workspaceId, report.id, { send: false });
    const { snapshot } = await issues.get(test.workspaceId, id);
    const changes = snapshot.sections.find(({ kind }) => kind === 'changes');
    expect(changes).toMatchObject({ since: { period: { from: '2026-05-04' } }, newThemes: [], goneThemes: [] });
  });

  it('writes to each address by itself, with a way to end it, and the short form to messengers', async () => {
    const slack = await test.database.channel.create({
      data: { workspaceId: test.workspaceId, kind: 'slack', name: `Slack ${Date.now()}` },
    });
    const report = await create({
      recipients: [
        { channel: channelId, addresses: [] },
        { channel: slack.id, addresses: [] },
      ],
    });
    const { id, queued } = await maker.byHand(test.workspaceId, report.id, { send: true });
    expect(queued).toBe(3);
    const rows = await test.database.delivery.findMany({ orderBy: { id: 'asc' } });
    // The queue holds no words of comments.
    expect(JSON.stringify(rows.map(({ notice }) => notice))).not.toContain('battery');
    const letters = await Promise.all(rows.map(({ notice }) => letterOf(notice)));
    expect(letters.map(({ mail }) => mail?.to)).toEqual([['ann@example.com'], ['bo@example.com'], undefined]);
    expect(letters[0]?.mail?.unsubscribe).toMatch(`${SPEC_URL}/api/unsubscribe/`);
    expect(letters[0]?.mail?.unsubscribe).not.toBe(letters[1]?.mail?.unsubscribe);
    expect(letters[0]?.mail?.parts.map(({ contentType }) => contentType)).toContain('application/pdf');
    expect(letters[2]?.notice.link?.url).toMatch(`${SPEC_URL}/api/shared-reports/`);
    expect(letters[2]?.notice.paragraphs[0]).toContain('−43');
    // Once more sends nothing again.
    expect(await maker.send(test.workspaceId, id)).toEqual({ id, queued: 0 });
  });

  it('is not sent to who unsubscribed after it was queued, and never queued for them again', async () => {
    const report = await create({ recipients: [{ channel: channelId, addresses: ['ann@example.com'] }] });
    await maker.byHand(test.workspaceId, report.id, { send: true });
    await test.database.reportRecipient.updateMany({ data: { unsubscribedAt: new Date() } });
    const [row] = await test.database.delivery.findMany();
    await expect(letterOf(row?.notice)).rejects.toMatchObject({ code: 'delivery-withdrawn', fate: 'refused' });
    await expect(maker.byHand(test.workspaceId, report.id, { send: true })).rejects.toMatchObject({
      code: 'report-no-recipient',
    });
  });

  it('keeps numbers and loses words when a comment is forgotten', async () => {
    const report = await create();
    const { id } = await maker.byHand(test.workspaceId, report.id, { send: false });
    const before = await issues.get(test.workspaceId, id);
    const voices = before.snapshot.sections.flatMap((one) => (one.kind === 'voices' ? one.voices : []));
    const [voice] = voices;
    if (!voice) throw new Error('Nobody is quoted.');
    const intake = process.get(CommentIntake);
    const forgotten = new ForgottenRepository(test.database, intake, Buffer.from('key'));
    await new CommentForgetter(forgotten).forget(test.workspaceId, voice.commentId, 'text');
    const [row] = await test.database.$queryRaw<{ content: string }[]>`
      SELECT content::text FROM report_issue WHERE workspace_id = ${test.workspaceId} AND id = ${id}`;
    expect(row?.content).not.toContain(voice.text);
    const after = await issues.get(test.workspaceId, id);
    expect(JSON.stringify(after.snapshot)).not.toContain(voice.text);
    expect(JSON.stringify(after.snapshot)).toContain('(This text was removed.)');
    const figures = (snapshot: typeof after.snapshot) => snapshot.sections.find(({ kind }) => kind === 'figures');
    expect(figures(after.snapshot)).toEqual(figures(before.snapshot));
  });

  it('does not change what was made when the report is edited', async () => {
    const report = await create();
    const { id } = await maker.byHand(test.workspaceId, report.id, { send: false });
    const before = await issues.get(test.workspaceId, id);
    await process.get(ReportEditor).update(test.workspaceId, report.id, specReport({ name: 'Other', language: 'zh' }));
    expect(await issues.get(test.workspaceId, id)).toEqual(before);
  });

  it('refuses a name that is taken, and a channel that is not there', async () => {
    await create();
    await expect(create()).rejects.toMatchObject({ code: 'report-name-taken' });
    await expect(create({ name: 'B', recipients: [{ channel: 9_999, addresses: [] }] })).rejects.toMatchObject({
      code: 'report-unknown-channel',
    });
  });
});
