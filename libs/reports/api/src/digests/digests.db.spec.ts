import type { INestApplicationContext } from '@nestjs/common';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { IssueRepository } from '../issues/issue.repository';
import { ReportRepository } from '../issues/report.repository';
import { ReportScheduler } from '../schedule/report-scheduler';
import { reportingProcess } from '../testing/reporting-process.query';
import { DigestsQuery } from '../queries/digests.query';
import { DigestKeeper } from './digest-keeper';

jest.setTimeout(120_000);

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

  it('go when they are older than they are kept', async () => {
    await one.get(DigestKeeper).change(test.workspaceId, { language: 'en' });
    await run(hours(9));
    await test.database.$executeRaw`UPDATE report_issue SET made_at = now() - interval '200 days'`;
    await two.get(DigestKeeper).keepUp();
    expect((await page('day')).items).toEqual([]);
    expect((await page('week')).items).toHaveLength(1);
  });
});
