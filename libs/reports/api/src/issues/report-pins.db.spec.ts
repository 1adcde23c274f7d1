import type { INestApplicationContext } from '@nestjs/common';
import { CommentForgetter, CommentIntake, ForgottenRepository } from '@moodline/comments/api';
import { sealOf } from '@moodline/narration/api';
import { toldAnswerSchema, WHOLE_SCOPE, type ToldAnswer } from '@moodline/narration/contract';
import { reportEditionSchema, type Pin, type SectionOf } from '@moodline/reports/contract';
import { Database } from '@moodline/shared/db';
import { SecretBox } from '@moodline/shared/secrets';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { MoodFacts } from '@moodline/trends/api';
import { ReportOutputs } from '../outputs/report-outputs';
import { AnswerChangedError, IssueSentError, TooManyPinsError } from '../reports.errors';
import { reportingProcess, specReport } from '../testing/reporting-process.query';
import { IssueMaker } from './issue-maker';
import { IssueRepository } from './issue.repository';
import { PinRepository } from './pin.repository';
import { ReportEditor } from './report-editor';
import { ReportPins } from './report-pins';

jest.setTimeout(180_000);

const WEEK = { from: '2026-05-04', to: '2026-05-10' };
const BEFORE = { from: '2026-04-27', to: '2026-05-03' };

describe('pinning to a report', () => {
  let test: TestDatabase;
  let process: INestApplicationContext;
  let other: INestApplicationContext;
  let channel: number;
  let reports = 0;

  beforeAll(async () => {
    test = await createTestDatabase();
    await storeLabelled(
      test,
      Array.from({ length: 60 }, (_, index) => ({
        ...{
          text: `secret${index}x the battery drains`,
          label: index % 3 ? ('negative' as const) : ('positive' as const),
        },
        publishedAt: new Date(Date.UTC(2026, 4, 5, index)),
      })),
    );
    const clock = { now: new Date('2026-05-11T01:00:00Z') };
    [process, other] = [await reportingProcess(test.url, clock), await reportingProcess(test.url, clock)];
    const config = { host: 'mail.example.com', from: 'a@example.com', to: ['ann@example.com'] };
    const made = await test.database.channel.create({
      data: { workspaceId: test.workspaceId, kind: 'smtp', name: 'Mail', config },
    });
    channel = made.id;
  });
  afterAll(async () => {
    await process?.close();
    await other?.close();
    await test?.close();
  });

  const newReport = async () => {
    const recipients = [{ channel, addresses: ['ann@example.com'] }];
    const report = specReport({ name: `Review ${(reports += 1)}`, recipients });
    return (await process.get(ReportEditor).create(test.workspaceId, report)).id;
  };
  const pin = (report: number, what: Pin) => process.get(ReportPins).pin(test.workspaceId, report, what);
  const snapshotOf = async (issue: number) =>
    (await process.get(IssueRepository).get(test.workspaceId, issue)).snapshot;
  const pinnedIn = async (issue: number) =>
    (await snapshotOf(issue)).sections.filter((one): one is SectionOf<'pinned'> => one.kind === 'pinned');

  /** An answer as the chat tells it: a number, and a comment in its own words. */
  async function answer(more: Partial<ToldAnswer> = {}): Promise<Extract<Pin, { kind: 'answer' }>> {
    const comment = await test.database.comment.findFirstOrThrow({
      where: { workspaceId: test.workspaceId, erasedAt: null, text: { contains: 'secret' } },
      orderBy: { id: 'asc' },
    });
    const common = { n: 60, period: WEEK, scope: WHOLE_SCOPE, direction: null };
    const told = toldAnswerSchema.parse({
      ...{ language: 'en', period: WEEK },
      facts: [
        { ...common, id: 'F1', kind: 'net', value: -33, unit: 'points', citations: { commentIds: [], filter: WEEK } },
        {
          ...{
            ...common,
            id: 'F2',
            kind: 'quote',
            commentId: Number(comment.id),
            text: comment.text,
            label: 'negative',
          },
          ...{ language: 'en', source: null, about: null, value: 0, unit: 'comments' },
          citations: { commentIds: [Number(comment.id)], filter: null },
        },
      ],
      sentences: [
        { text: 'Net mood was −33.', citations: ['F1'] },
        { text: `One says: ${comment.text}`, citations: ['F2'] },
      ],
      exhibits: [{ kind: 'table', columns: ['Source', 'Comments'], rows: [['Forum', 60]] }],
      ...more,
    });
    const seal = sealOf(process.get(SecretBox, { strict: false }), test.workspaceId, told);
    return { kind: 'answer', question: 'How is the mood?', told, seal };
  }

  it('makes one where none waits, adds to it from then on, and is in every output', async () => {
    const report = await newReport();
    const first = await pin(report, await answer());
    const second = await pin(report, { kind: 'chart', filters: [WEEK, BEFORE] });
    expect(first.fresh).toBe(true);
    expect(second).toMatchObject({ fresh: false, issue: first.issue });
    const snapshot = await snapshotOf(first.issue);
    for (const format of ['html', 'md', 'mail', 'csv'] as const) {
      const { content } = await process.get(ReportOutputs).write(snapshot, format, null);
      expect([format, String(content)]).toEqual([format, expect.stringContaining('How is the mood?')]);
      expect([format, String(content)]).toEqual([format, expect.stringContaining('Side by side')]);
    }
    for (const format of ['pdf', 'docx', 'xlsx'] as const)
      expect((await process.get(ReportOutputs).write(snapshot, format, null)).content.length).toBeGreaterThan(5_000);
  });

  it('finds the numbers of a chart itself, side by side in one step', async () => {
    const { issue } = await pin(await newReport(), { kind: 'chart', filters: [WEEK, BEFORE] });
    const [section] = await pinnedIn(issue);
    const series = await process.get(MoodFacts).series(test.workspaceId, WEEK);
    const [lines, totals] = section?.exhibits ?? [];
    expect(lines?.kind === 'line' && lines.series[0]?.points.map(({ n }) => n)).toEqual(
      series.points.map(({ n }) => n),
    );
    expect(totals?.kind === 'table' && totals.rows.map(([, comments]) => comments)).toEqual([60, 0]);
    expect(section).toMatchObject({ n: 60, period: WEEK });
  });

  it('refuses an answer that is not as it was told', async () => {
    const report = await newReport();
    const { told, ...rest } = await answer();
    const facts = told.facts.map((fact) => ({ ...fact, value: 99 }));
    await expect(pin(report, { ...rest, told: { ...told, facts } })).rejects.toBeInstanceOf(AnswerChangedError);
    const sentences = [{ text: 'Net mood was +99.', citations: ['F1'] }];
    await expect(pin(report, { ...rest, told: { ...told, sentences } })).rejects.toBeInstanceOf(AnswerChangedError);
    expect(await test.database.reportIssue.count({ where: { reportId: report } })).toBe(0);
  });

  it('is taken out again as long as it has not gone out, and stays as it was from then on', async () => {
    const report = await newReport();
    const { issue, pin: first } = await pin(report, await answer());
    await pin(report, await answer());
    await process.get(PinRepository).remove(test.workspaceId, issue, first);
    expect(await pinnedIn(issue)).toHaveLength(1);
    await process.get(IssueMaker).send(test.workspaceId, issue);
    await expect(process.get(PinRepository).remove(test.workspaceId, issue, first)).rejects.toBeInstanceOf(
      IssueSentError,
    );
    const next = await pin(report, await answer());
    expect(next).toMatchObject({ fresh: true });
    expect(next.issue).not.toBe(issue);
    expect(await pinnedIn(issue)).toHaveLength(1);
  });

  it('that made a report takes it with it when it is taken back, unless something was added or edited since', async () => {
    const issuesOf = (report: number) => test.database.reportIssue.count({ where: { reportId: report } });
    const takeBack = (issue: number, one: string) => process.get(PinRepository).remove(test.workspaceId, issue, one);
    const undone = await newReport();
    const first = await pin(undone, await answer());
    await takeBack(first.issue, first.pin);
    expect(await issuesOf(undone)).toBe(0);

    const twice = await newReport();
    const [made, added] = [await pin(twice, await answer()), await pin(twice, await answer())];
    await takeBack(made.issue, made.pin);
    await takeBack(added.issue, added.pin);
    expect(await issuesOf(twice)).toBe(1);

    const edited = await newReport();
    const worked = await pin(edited, await answer());
    const edition = reportEditionSchema.parse({ sections: [{ kind: 'own', text: 'Battery first.' }] });
    await process.get(IssueRepository).edit(test.workspaceId, worked.issue, edition);
    await takeBack(worked.issue, worked.pin);
    expect(await issuesOf(edited)).toBe(1);

    const byHand = await newReport();
    await process.get(IssueMaker).byHand(test.workspaceId, byHand, { send: false });
    const joined = await pin(byHand, await answer());
    await takeBack(joined.issue, joined.pin);
    expect(await issuesOf(byHand)).toBe(1);
  });

  it('takes twenty of them and says so', async () => {
    const report = await newReport();
    const what = await answer();
    for (let index = 0; index < 20; index++) await pin(report, what);
    await expect(pin(report, what)).rejects.toBeInstanceOf(TooManyPinsError);
  });

  it('that meets the sending on another connection is in what went out, or in the next one', async () => {
    for (let round = 0; round < 6; round++) {
      const report = await newReport();
      const { issue } = await pin(report, await answer());
      const what = await answer();
      const [made] = await Promise.all([pin(report, what), other.get(IssueMaker).send(test.workspaceId, issue)]);
      expect(await pinnedIn(issue)).toHaveLength(made.issue === issue ? 2 : 1);
      expect(await pinnedIn(made.issue)).toHaveLength(made.issue === issue ? 2 : 1);
    }
  });

  it('keeps no word of a comment that is forgotten before, after or while it is pinned', async () => {
    const repository = new ForgottenRepository(other.get(Database), other.get(CommentIntake), Buffer.from('key'));
    const forgetter = new CommentForgetter(repository);
    for (let round = 0; round < 6; round++) {
      const report = await newReport();
      const what = await answer();
      const quoted = what.told.facts.find((fact) => fact.kind === 'quote');
      if (quoted?.kind !== 'quote') throw new Error('No comment is quoted');
      const before = await pin(report, what);
      const [during] = await Promise.all([
        pin(report, what),
        forgetter.forget(test.workspaceId, quoted.commentId, 'text'),
      ]);
      const after = await pin(report, what);
      expect(new Set([before.issue, during.issue, after.issue]).size).toBe(1);
      const kept = JSON.stringify(
        await test.database.reportIssue.findMany({ where: { reportId: report } }),
        (_, value) => (typeof value === 'bigint' ? Number(value) : (value as unknown)),
      );
      expect(kept).toContain('Net mood was −33.');
      expect(kept).not.toContain(quoted.text);
    }
  });
});
