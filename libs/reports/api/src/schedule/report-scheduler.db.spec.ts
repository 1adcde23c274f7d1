import type { INestApplicationContext } from '@nestjs/common';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { ReportEditor } from '../issues/report-editor';
import { reportingProcess, specReport } from '../testing/reporting-process.query';
import { ReportScheduler } from './report-scheduler';

jest.setTimeout(120_000);

describe('a report with a schedule', () => {
  let test: TestDatabase;
  let one: INestApplicationContext;
  let two: INestApplicationContext;
  let channelId: number;
  const clock = { now: new Date('2026-10-19T06:00:00Z') };
  const schedule = { every: 'week', weekday: 1, day: 1, time: '09:00' } as const;

  beforeAll(async () => {
    test = await createTestDatabase('Europe/Berlin');
    // Some comments on each day of the weeks around the end of summer time.
    await storeLabelled(
      test,
      Array.from({ length: 180 }, (_, index) => ({
        ...{ text: `the battery of number ${index}`, label: index % 3 ? 'negative' : 'positive' },
        publishedAt: new Date(Date.UTC(2026, 9, 12, 10 + 3 * index)),
      })),
    );
    [one, two] = [await reportingProcess(test.url, clock), await reportingProcess(test.url, clock)];
    ({ id: channelId } = await test.database.channel.create({
      data: { workspaceId: test.workspaceId, kind: 'slack', name: 'Press' },
    }));
  });
  afterAll(async () => {
    await one?.close();
    await two?.close();
    await test?.close();
  });
  beforeEach(async () => {
    await test.database.reportIssue.deleteMany();
    await test.database.report.deleteMany();
    await test.database.delivery.deleteMany();
  });

  const make = (process: INestApplicationContext) =>
    process.get(ReportScheduler).makeNext(new AbortController().signal);
  const create = async (nextAt: string, more = {}) => {
    const report = await one
      .get(ReportEditor)
      .create(test.workspaceId, specReport({ schedule, recipients: [{ channel: channelId, addresses: [] }], ...more }));
    await test.database.report.updateMany({ data: { nextAt: new Date(nextAt) } });
    return report;
  };
  const slots = async () =>
    (await test.database.reportIssue.findMany({ orderBy: { id: 'asc' } })).map(({ slot, state, reason }) =>
      [slot, state, ...(reason ? [reason] : [])].join(' '),
    );

  it('is made and sent once on each Monday around the change of the clock, though two workers look every quarter of an hour', async () => {
    await create('2026-10-19T07:00:00Z');
    for (let time = Date.UTC(2026, 9, 19, 6, 30); time < Date.UTC(2026, 10, 2, 12); time += 900_000) {
      clock.now = new Date(time);
      const isNear = [18, 19, 25, 26, 1, 2].includes(clock.now.getUTCDate());
      if (isNear) await Promise.all([make(one), make(two)]);
    }
    expect(await slots()).toEqual(['2026-10-19T09:00 made', '2026-10-26T09:00 made', '2026-11-02T09:00 made']);
    expect(await test.database.delivery.count()).toBe(3);
  });

  it('makes up for the latest one only, after weeks without a worker', async () => {
    await create('2026-10-12T07:00:00Z');
    clock.now = new Date('2026-11-04T00:00:00Z');
    expect(await make(one)).toBe(true);
    expect(await make(one)).toBe(false);
    expect(await slots()).toEqual(['2026-11-02T09:00 made']);
    const [report] = await test.database.report.findMany();
    expect(report?.nextAt?.toISOString()).toBe('2026-11-09T08:00:00.000Z');
  });

  it('tells nobody of a time without comments, or in which nothing changed, and says so in the history', async () => {
    const fixed = { kind: 'days', from: '2026-10-12', to: '2026-10-18' } as const;
    await create('2026-10-19T07:00:00Z', { period: fixed });
    clock.now = new Date('2026-10-19T07:00:00Z');
    await make(one);
    clock.now = new Date('2026-10-26T08:00:00Z');
    await make(one);
    expect(await slots()).toEqual(['2026-10-19T09:00 made', '2026-10-26T09:00 skipped unchanged']);
    await test.database.report.updateMany({
      data: {
        period: { kind: 'days', from: '2025-01-01', to: '2025-01-07' },
        nextAt: new Date('2026-11-02T08:00:00Z'),
      },
    });
    clock.now = new Date('2026-11-02T08:00:00Z');
    await make(one);
    expect((await slots()).at(-1)).toBe('2026-11-02T09:00 skipped no-comments');
    expect(await test.database.delivery.count()).toBe(1);
  });

  it('says why it could not be made, and is tried again', async () => {
    await create('2026-10-19T07:00:00Z');
    await test.database.report.updateMany({ data: { period: { kind: 'never' } } });
    clock.now = new Date('2026-10-19T07:00:00Z');
    expect(await make(one)).toBe(true);
    // It waits for its next turn.
    expect(await make(one)).toBe(false);
    const [report] = await test.database.report.findMany();
    expect(report?.problem).toContain('period');
    await test.database.report.updateMany({ data: { period: { kind: 'week' }, leaseUntil: new Date(0) } });
    expect(await make(one)).toBe(true);
    expect(await slots()).toEqual(['2026-10-19T09:00 made']);
  });

  it('waits for the end of the quiet hours with its sending', async () => {
    await create('2026-10-19T07:00:00Z', { quiet: { from: '08:00', to: '10:30' } });
    clock.now = new Date('2026-10-19T07:00:00Z');
    await make(one);
    const [delivery] = await test.database.delivery.findMany();
    expect(delivery?.nextTryAt.toISOString()).toBe('2026-10-19T08:30:00.000Z');
  });
});
