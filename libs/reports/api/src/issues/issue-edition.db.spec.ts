import type { INestApplicationContext } from '@nestjs/common';
import { CommentForgetter, CommentIntake, ForgottenRepository } from '@moodline/comments/api';
import { reportEditionSchema, type ReportEdition, type SectionOf } from '@moodline/reports/contract';
import { Database } from '@moodline/shared/db';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { ReportOutputs } from '../outputs/report-outputs';
import { IssueSentError } from '../reports.errors';
import { SharedReport } from '../share/shared-report';
import { reportingProcess, specReport } from '../testing/reporting-process.query';
import { IssueMaker } from './issue-maker';
import { IssueRepository } from './issue.repository';
import { ReportEditor } from './report-editor';

jest.setTimeout(120_000);

describe('editing a report that was made', () => {
  let test: TestDatabase;
  let process: INestApplicationContext;
  let other: INestApplicationContext;
  let issues: IssueRepository;
  let reportId: number;
  const edition = (text: string): ReportEdition =>
    reportEditionSchema.parse({ sections: [{ kind: 'own', title: 'Ours', text }, { kind: 'figures' }] });

  beforeAll(async () => {
    test = await createTestDatabase();
    await storeLabelled(
      test,
      Array.from({ length: 40 }, (_, index) => ({
        ...{ text: `secret${index}x the battery drains`, label: 'negative' as const, engagement: index },
        publishedAt: new Date(Date.UTC(2026, 4, 5, index)),
      })),
    );
    const clock = { now: new Date('2026-05-11T01:00:00Z') };
    [process, other] = [await reportingProcess(test.url, clock), await reportingProcess(test.url, clock)];
    issues = process.get(IssueRepository);
    const { id: channel } = await test.database.channel.create({
      data: {
        ...{ workspaceId: test.workspaceId, kind: 'smtp', name: 'Mail' },
        config: { host: 'mail.example.com', from: 'a@example.com', to: ['ann@example.com'] },
      },
    });
    const report = specReport({ recipients: [{ channel, addresses: ['ann@example.com'] }] });
    ({ id: reportId } = await process.get(ReportEditor).create(test.workspaceId, report));
  });
  afterAll(async () => {
    await process?.close();
    await other?.close();
    await test?.close();
  });

  const made = async () => (await process.get(IssueMaker).byHand(test.workspaceId, reportId, { send: false })).id;
  const detail = (id: number) => issues.detail(test.workspaceId, id);

  it('is what every output shows, and is taken back whole', async () => {
    const id = await made();
    const before = await detail(id);
    await issues.edit(test.workspaceId, id, edition('We know why.'));
    const edited = await detail(id);
    expect(edited).toMatchObject({ edited: true, sentAt: null, found: before.snapshot });
    expect(edited.snapshot?.sections.map(({ kind }) => kind)).toEqual(['own', 'figures']);
    const { snapshot } = await issues.get(test.workspaceId, id);
    for (const format of ['html', 'md', 'mail'] as const)
      expect(String((await process.get(ReportOutputs).write(snapshot, format, null)).content)).toContain(
        'We know why.',
      );
    await issues.edit(test.workspaceId, id, null);
    expect(await detail(id)).toEqual(before);
  });

  it('ends when it is sent or shared', async () => {
    const [sent, shared] = [await made(), await made()];
    await issues.edit(test.workspaceId, sent, edition('As it went out.'));
    await process.get(IssueMaker).send(test.workspaceId, sent);
    await process.get(SharedReport).share(test.workspaceId, shared, 7);
    for (const id of [sent, shared]) {
      await expect(issues.edit(test.workspaceId, id, edition('Too late.'))).rejects.toBeInstanceOf(IssueSentError);
      await expect(issues.edit(test.workspaceId, id, null)).rejects.toBeInstanceOf(IssueSentError);
      expect((await detail(id)).sentAt).not.toBeNull();
    }
    expect(JSON.stringify((await detail(sent)).snapshot)).toContain('As it went out.');
  });

  it('goes on after a test to one address', async () => {
    const [channel] = await test.database.channel.findMany();
    const { id } = await process.get(IssueMaker).test(test.workspaceId, reportId, {
      ...{ channel: channel?.id ?? 0, address: 'me@example.com' },
    });
    await issues.edit(test.workspaceId, id, edition('After a look at it.'));
    expect((await detail(id)).edited).toBe(true);
  });

  it('that meets the sending on another connection is in it, or refused', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await made();
      const [edited] = await Promise.allSettled([
        issues.edit(test.workspaceId, id, edition(`Round ${round}`)),
        other.get(IssueMaker).send(test.workspaceId, id),
      ]);
      const found = await detail(id);
      expect(found.sentAt).not.toBeNull();
      expect(found.edited).toBe(edited.status === 'fulfilled');
    }
  });

  it('keeps no words of a sentence whose comment is forgotten', async () => {
    const id = await made();
    const { found } = await detail(id);
    const quoting = (found?.sections ?? []).flatMap((section) =>
      'sentences' in section
        ? section.sentences.flatMap((told, index) => (/secret\d+x/.test(told.text) ? [{ section, index, told }] : []))
        : [],
    )[0];
    if (!quoting) throw new Error('No sentence quotes a comment');
    const word = /secret\d+x/.exec(quoting.told.text)?.[0] ?? '';
    const { kind } = quoting.section as SectionOf<'summary'>;
    const sentences = [{ index: quoting.index, text: `People say: ${word} is bad` }];
    await issues.edit(test.workspaceId, id, reportEditionSchema.parse({ sections: [{ kind, sentences }] }));
    const comment = await test.database.comment.findFirstOrThrow({ where: { text: { contains: `${word} ` } } });
    const forgotten = new ForgottenRepository(other.get(Database), other.get(CommentIntake), Buffer.from('key'));
    await new CommentForgetter(forgotten).forget(test.workspaceId, Number(comment.id), 'text');
    const row = await test.database.reportIssue.findFirstOrThrow({ where: { workspaceId: test.workspaceId, id } });
    expect(JSON.stringify([row.edition, row.content, await detail(id)])).not.toContain(word);
  });
});
