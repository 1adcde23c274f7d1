import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Letters } from '@moodline/notify/api';
import type { Notice } from '@moodline/notify/contract';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { ReportEditor } from '../issues/report-editor';
import { MOMENTS, type ReportingOrder } from '../testing/killed-reporter';
import { reportingProcess, specReport } from '../testing/reporting-process.query';
import { ReportScheduler } from './report-scheduler';

jest.setTimeout(180_000);

describe('a worker that is killed with kill -9 while it makes a report', () => {
  /** A Monday, 09:00 in Shanghai. */
  const clock = { now: new Date('2026-05-11T01:00:00Z') };
  let cacheDir: string;
  let test: TestDatabase;
  let survivor: INestApplicationContext;
  let channelId: number;

  beforeAll(async () => {
    cacheDir = mkdtempSync(join(tmpdir(), 'moodline-reporter-'));
    test = await createTestDatabase();
    await storeLabelled(
      test,
      Array.from({ length: 30 }, (_, index) => ({
        ...{ text: `the battery drains ${index}`, label: 'negative' as const },
        publishedAt: new Date(Date.UTC(2026, 4, 5, index)),
      })),
    );
    survivor = await reportingProcess(test.url, clock);
    ({ id: channelId } = await test.database.channel.create({
      data: { workspaceId: test.workspaceId, kind: 'slack', name: 'Press' },
    }));
  });
  afterAll(async () => {
    await survivor?.close();
    await test?.close();
    rmSync(cacheDir, { recursive: true, force: true });
  });

  it.each(MOMENTS)('at the moment "%s" leaves it made once and queued once', async (moment) => {
    await test.database.reportIssue.deleteMany();
    await test.database.report.deleteMany();
    await test.database.delivery.deleteMany();
    const schedule = { every: 'week', weekday: 1, day: 1, time: '09:00' } as const;
    const recipients = [{ channel: channelId, addresses: [] }];
    await survivor.get(ReportEditor).create(test.workspaceId, specReport({ schedule, recipients }));
    await test.database.report.updateMany({ data: { nextAt: clock.now } });
    const order: ReportingOrder = { databaseUrl: test.url, cacheDir, moment, now: clock.now.toISOString() };
    const worker = fork(join(__dirname, '../testing/killed-reporter.cjs'), [JSON.stringify(order)], {
      ...{ execArgv: [], stdio: 'inherit' as const },
    });
    const [, signal] = (await once(worker, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    const committed = moment === 'committed' ? 1 : 0;
    expect([await test.database.reportIssue.count(), await test.database.delivery.count()]).toEqual([
      ...[committed, committed],
    ]);
    // The lease of the dead worker runs out.
    await test.database.report.updateMany({ where: { leaseUntil: { not: null } }, data: { leaseUntil: new Date(0) } });
    while (await survivor.get(ReportScheduler).makeNext(new AbortController().signal));
    const issues = await test.database.reportIssue.findMany();
    expect(issues.map(({ slot, state }) => `${slot} ${state}`)).toEqual(['2026-05-11T09:00 made']);
    const deliveries = await test.database.delivery.findMany();
    expect(deliveries.map(({ state }) => state)).toEqual(['queued']);
    const letter = await survivor.get(Letters).write(test.workspaceId, deliveries[0]?.notice as unknown as Notice);
    expect(letter.notice.title).toContain('Monday review');
  });
});
