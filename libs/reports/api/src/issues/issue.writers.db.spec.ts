import type { INestApplicationContext } from '@nestjs/common';
import { CommentForgetter, CommentIntake, ForgottenRepository } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { reportingProcess, specReport } from '../testing/reporting-process.query';
import { IssueMaker } from './issue-maker';
import { ReportEditor } from './report-editor';

jest.setTimeout(180_000);

/** A report is made while comments that it quotes are forgotten on another connection. */
describe('a report and a forgetting that meet', () => {
  let test: TestDatabase;
  let maker: INestApplicationContext;
  let forgetting: INestApplicationContext;
  const clock = { now: new Date('2026-05-11T01:00:00Z') };

  beforeAll(async () => {
    test = await createTestDatabase();
    await storeLabelled(
      test,
      Array.from({ length: 40 }, (_, index) => ({
        ...{
          text: `secret${index}x the battery drains`,
          label: index % 2 ? ('negative' as const) : ('positive' as const),
        },
        publishedAt: new Date(Date.UTC(2026, 4, 5, index)),
      })),
    );
    [maker, forgetting] = [await reportingProcess(test.url, clock), await reportingProcess(test.url, clock)];
  });
  afterAll(async () => {
    await maker?.close();
    await forgetting?.close();
    await test?.close();
  });

  it('both end, and no word of what was forgotten is kept, whoever was first', async () => {
    const { workspaceId } = test;
    const { id: reportId } = await maker.get(ReportEditor).create(workspaceId, specReport());
    const forgotten = new ForgottenRepository(
      forgetting.get(Database),
      forgetting.get(CommentIntake),
      Buffer.from('key'),
    );
    const forgetter = new CommentForgetter(forgotten);
    const gone: string[] = [];
    for (let round = 0; round < 8; round++) {
      const { id } = await maker.get(IssueMaker).byHand(workspaceId, reportId, { send: false });
      const issue = await test.database.reportIssue.findFirstOrThrow({ where: { workspaceId, id } });
      const quoted = issue.commentIds.map(Number).sort((a, b) => b - a);
      const comments = await test.database.comment.findMany({ where: { workspaceId, id: { in: quoted.slice(0, 2) } } });
      expect(comments).toHaveLength(2);
      await Promise.all([
        maker.get(IssueMaker).byHand(workspaceId, reportId, { send: false }),
        ...comments.map((comment) => forgetter.forget(workspaceId, Number(comment.id), 'text')),
      ]);
      gone.push(...comments.map(({ text }) => /secret\d+x/.exec(text)?.[0] ?? ''));
      const kept = JSON.stringify((await test.database.reportIssue.findMany()).map(({ content }) => content));
      expect(gone.filter((word) => kept.includes(word))).toEqual([]);
    }
    expect(gone.filter(Boolean)).toHaveLength(16);
  });
});
