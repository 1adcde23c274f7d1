import type { INestApplicationContext } from '@nestjs/common';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { reportDraftSchema, type ReportDraft, type ReportSnapshot } from '@moodline/reports/contract';
import { SnapshotMaker } from '../content/snapshot-maker';
import { IssueRepository } from '../issues/issue.repository';
import { ReportRepository } from '../issues/report.repository';
import { ReportScheduler } from '../schedule/report-scheduler';
import { reportingProcess } from '../testing/reporting-process.query';
import { DigestsQuery } from '../queries/digests.query';
import { DigestKeeper } from './digest-keeper';

jest.setTimeout(120_000);

/** The report that a record says it was made as. */
function draftOf({ filter, template, language, title, look, sections }: ReportSnapshot): ReportDraft {
  if (!filter?.from || !filter.to) throw new Error('The record does not say which comments it tells of.');
  return reportDraftSchema.parse({
    ...{ name: title, template, language, look, period: { kind: 'days', from: filter.from, to: filter.to } },
    scope: { monitor: filter.monitor ?? null },
    sections: sections.filter(({ kind }) => kind !== 'own' && kind !== 'changes').map(({ kind }) => ({ kind })),
  });
}

describe('summaries by the clock', () => {
  let test: TestDatabase;
  let one: INestApplicationContext;
  let two: INestApplicationContext;
  /** A Sunday, 14:00 in Berlin. */
  const SUNDAY = new Date('2026-10-11T12:00:00Z');
  const clock = { now: SUNDAY };
  const hours = (days: number) => days * 24;

  beforeAll(async () => {
    test = await createTestDatabase('Europe/Berlin');
    // Thirty comments a day from Monday to Wednesday, and none from then on.
    await storeLabelled(
      test,
      Array.from({ length: 90 }, (_, index) => ({
        ...{
          text: `the battery of number ${index}`,
          label: index % (3 + Math.floor(index / 30)) ? ('negative' as const) : ('positive' as const),
        },
        publishedAt: new Date(Date.UTC(2026, 9, 12 + Math.floor(index / 30), 6, index % 30)),
      })),
    );
    [one, two] = [await reportingProcess(test.url, clock), await reportingProcess(test.url, clock)];
  });
  afterAll(async () => {
    await one?.close();
    await two?.close();
    await test?.close();
  });
  beforeEach(async () => {
    clock.now = SUNDAY;
    await test.database.reportIssue.deleteMany();
    await test.database.report.deleteMany();
    await test.database.monitor.deleteMany();
    await test.database.digestSetting.deleteMany();
  });

  const monitor = (name: string) =>
    test.database.monitor.create({ data: { workspaceId: test.workspaceId, name, rules: {} } });
  /** Counts of the comments of monitors. */
  async function countMonitors() {
    await test.database.$executeRaw`DELETE FROM mood_bucket WHERE monitor_id > 0`;
    await test.database.$executeRaw`
      INSERT INTO mood_bucket (workspace_id, monitor_id, hour, source_id, language, positive, negative)
      SELECT c.workspace_id, m.monitor_id, date_trunc('hour', c.published_at, w.time_zone), c.source_id, c.language,
        count(*) FILTER (WHERE l.label = 'positive'), count(*) FILTER (WHERE l.label = 'negative')
      FROM comment_monitor m
      JOIN comment c ON c.workspace_id = m.workspace_id AND c.id = m.comment_id
      JOIN workspace w ON w.workspace_id = c.workspace_id
      JOIN label l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id
      GROUP BY 1, 2, 3, 4, 5`;
  }
  const there = async () =>
    (await test.database.report.findMany({ where: { removedAt: null }, orderBy: { id: 'asc' } })).map(
      ({ name }) => name,
    );
  const page = (kind: 'day' | 'week' | 'month') => one.get(DigestsQuery).page(test.workspaceId, { kind, limit: 50 });
  /** Goes through the hours as a worker does. */
  const run = async (count: number) => {
    for (let hour = 0; hour < count; hour++) {
      clock.now = new Date(clock.now.getTime() + 3_600_000);
      while (await one.get(ReportScheduler).makeNext(new AbortController().signal));
    }
  };

  it('are there once for all comments and each monitor, though two processes follow the monitors at the same time', async () => {
    await one.get(DigestKeeper).change(test.workspaceId, { language: 'en' });
    await monitor('Aurora');
    await Promise.all([one, two, one, two].map((process) => process.get(DigestKeeper).keepUp()));
    expect((await there()).sort()).toEqual([
      'Daily note · Aurora',
      'Daily note · all comments',
      'Monthly review · Aurora',
      'Monthly review · all comments',
      'Weekly review · Aurora',
      'Weekly review · all comments',
    ]);
    // They are nobody's reports.
    expect(await one.get(ReportRepository).list(test.workspaceId)).toEqual([]);
    await test.database.monitor.updateMany({ data: { name: 'Aurora 2' } });
    await two.get(DigestKeeper).keepUp();
    expect(await there()).toContain('Daily note · Aurora 2');
    await test.database.monitor.updateMany({ data: { removedAt: new Date() } });
    await two.get(DigestKeeper).keepUp();
    expect(await there()).toHaveLength(3);
    await one.get(DigestKeeper).change(test.workspaceId, { language: null });
    expect(await there()).toEqual([]);
  });

  it('follow the language, and somebody who switches them off while a worker follows the monitors has the last word', async () => {
    await one.get(DigestKeeper).change(test.workspaceId, { language: 'en' });
    await one.get(DigestKeeper).change(test.workspaceId, { language: 'zh' });
    expect(await there()).toEqual(['日报 · 全部评论', '周报 · 全部评论', '月报 · 全部评论']);
    await Promise.all([
      two.get(DigestKeeper).keepUp(),
      one.get(DigestKeeper).change(test.workspaceId, { language: null }),
      two.get(DigestKeeper).keepUp(),
    ]);
    expect(await there()).toEqual([]);
  });

  it('tell each day with comments; the week takes over what its days said; quiet days are out of the way', async () => {
    await one.get(DigestKeeper).change(test.workspaceId, { language: 'en' });
    await run(hours(9));
    const days = await page('day');
    expect(days.items.map(({ comments, period }) => [period.from.slice(0, 10), comments])).toEqual([
      ['2026-10-14', 30],
      ['2026-10-13', 30],
      ['2026-10-12', 30],
    ]);
    expect(days.items[0]).toMatchObject({ monitor: null, text: expect.stringContaining('−60') });
    const [week, ...more] = (await page('week')).items;
    expect(more).toEqual([]);
    const { snapshot } = await one.get(IssueRepository).get(test.workspaceId, week?.id ?? 0);
    expect(snapshot.sample).toMatchObject({ comments: 90, labelled: 90 });
    // All that it takes to find it again: which comments, by which rules, with labels of which model.
    expect(snapshot.filter).toEqual({ from: '2026-10-12', to: '2026-10-18' });
    expect(snapshot.versions.rules).toBeGreaterThan(0);
    expect(snapshot.versions.models).toEqual([{ model: 'spec', roleVersion: 1, labels: 90 }]);
    expect(snapshot.facts.length).toBeGreaterThan(0);
    const parts = snapshot.sections[1];
    expect(parts).toMatchObject({ kind: 'own', title: 'Day by day' });
    const lines = parts?.kind === 'own' ? parts.text.split('\n\n') : [];
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      expect.stringMatching(/^Mon,? 12 October$/),
      expect.stringMatching(/^Tue,? 13 October$/),
      expect.stringMatching(/^Wed,? 14 October$/),
    ]);
    expect(lines[2]).toContain(days.items[0]?.text);
  });

  it('are found again from what was kept of them alone: the day of a monitor, and the week that was built on its days', async () => {
    const battery = await monitor('Battery');
    const comments = await test.database.comment.findMany({
      where: { workspaceId: test.workspaceId },
      orderBy: { id: 'asc' },
    });
    const { id: monitorId, workspaceId } = battery;
    await test.database.commentMonitor.createMany({
      data: comments.slice(0, 50).map(({ id: commentId }) => ({ workspaceId, monitorId, commentId })),
    });
    await countMonitors();
    await one.get(DigestKeeper).change(test.workspaceId, { language: 'en' });
    await run(hours(9));
    const kept = async (kind: 'day' | 'week') => {
      const { items } = await page(kind);
      const found = items.filter(({ monitor }) => monitor?.name === 'Battery').at(-1);
      return (await one.get(IssueRepository).get(test.workspaceId, found?.id ?? 0)).snapshot;
    };
    // Weeks later, by another process, with nothing but the record.
    clock.now = new Date('2026-12-01T00:00:00Z');
    for (const kind of ['day', 'week'] as const) {
      const record = await kept(kind);
      expect(record.sample).toEqual(
        kind === 'day' ? { comments: 30, labelled: 30, read: 30 } : { comments: 50, labelled: 50, read: 50 },
      );
      const again = await two.get(SnapshotMaker).make(test.workspaceId, draftOf(record), { last: null });
      const found = record.sections.filter((section) => section.kind !== 'own' && section.kind !== 'changes');
      const { facts, sample, versions, filter, period, compared } = again.snapshot;
      expect({ facts, sample, versions, filter, period, compared }).toEqual({
        ...{ facts: record.facts, sample: record.sample, versions: record.versions },
        ...{ filter: record.filter, period: record.period, compared: record.compared },
      });
      expect(again.snapshot.sections).toEqual(found);
    }
    // A label that somebody corrects since shows in the versions: that is why it is told otherwise now.
    const record = await kept('day');
    await test.database.label.deleteMany({ where: { workspaceId, commentId: comments[0]?.id } });
    await countMonitors();
    const changed = await two.get(SnapshotMaker).make(test.workspaceId, draftOf(record), { last: null });
    expect(changed.snapshot.versions).not.toEqual(record.versions);
    expect(changed.snapshot.sample.labelled).toBe(29);
  });

  it('go when they are older than they are kept', async () => {
    await one.get(DigestKeeper).change(test.workspaceId, { language: 'en' });
    await run(hours(9));
    await test.database.$executeRaw`UPDATE report_issue SET made_at = now() - interval '200 days'`;
    await two.get(DigestKeeper).keepUp();
    expect((await page('day')).items).toEqual([]);
    expect((await page('week')).items).toHaveLength(1);
  });
});
