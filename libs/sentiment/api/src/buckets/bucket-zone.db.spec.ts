import type { KindToLeaveOut } from '@moodline/comments/contract';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { chanceOf } from '../testing/chance';
import { recounted, storedCounts } from '../testing/counted-anew.query';
import { meetingPlace, WRITERS, WritingProcess, type MeetingPlace } from '../testing/meeting-writers.query';

/** Offsets of +8:00, +5:45, +5:30, +9:30, -3:30/-2:30 and of a zone whose clocks change. */
const ZONES = [
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Darwin',
  'America/St_Johns',
  'Europe/Berlin',
];
const SLICE = 5;

describe('BucketZone', () => {
  let test: TestDatabase;
  let process: WritingProcess;
  let place: MeetingPlace;
  let workspaceId: number;

  beforeAll(async () => {
    test = await createTestDatabase();
    process = new WritingProcess(test.url);
  });
  afterAll(async () => {
    await process.close();
    await test.close();
  });
  beforeEach(async () => {
    place = await meetingPlace(process, chanceOf(7), { count: 60 });
    workspaceId = place.workspaceId;
  });

  const changeTo = (timeZone: string) =>
    test.database.$transaction(async (one) => {
      await process.labels.zone.changing(one, workspaceId);
      await one.workspace.update({ where: { id: workspaceId }, data: { timeZone } });
    });
  const advance = (by = process) => by.labels.zone.advance(workspaceId, SLICE);
  const through = async () => {
    let slices = 0;
    while (await advance()) slices++;
    return slices;
  };
  const state = () => test.database.moodZone.findUniqueOrThrow({ where: { workspaceId } });
  /** Minutes after the full hour, in UTC, at which buckets begin. */
  const minutes = async () => {
    const rows = await test.database.moodBucket.findMany({ where: { workspaceId }, select: { hour: true } });
    return [...new Set(rows.map(({ hour }) => hour.getUTCMinutes()))].sort((a, b) => a - b);
  };
  const expectAsCounted = async () => {
    expect(await storedCounts(test.database, workspaceId)).toEqual(await recounted(test.database, workspaceId));
  };

  it.each([
    ['Asia/Kathmandu', [15]],
    ['Asia/Kolkata', [30]],
    ['America/St_Johns', [30]],
    ['Europe/Berlin', [0]],
  ] as const)('moves every comment to an hour of %s', async (zone, begins) => {
    await changeTo(zone);
    expect(await minutes()).toEqual([0]);
    expect(await through()).toBeGreaterThan(3);
    expect(await minutes()).toEqual(begins);
    expect(await state()).toMatchObject({ zone, nextZone: null, nextUntil: null });
    await expectAsCounted();
  });

  it('is right after every slice, and goes on in another process where it was cut off', async () => {
    await changeTo('Asia/Kathmandu');
    await advance();
    expect(await state()).toMatchObject({
      zone: 'Asia/Shanghai',
      nextZone: 'Asia/Kathmandu',
      nextUntil: expect.any(Date),
    });
    expect(await minutes()).toEqual([0, 15]);
    await expectAsCounted();
    const other = new WritingProcess(test.url);
    try {
      while (await advance(other)) await expectAsCounted();
    } finally {
      await other.close();
    }
    expect(await minutes()).toEqual([15]);
  });

  it('ends in the last zone when the zone changes again halfway', async () => {
    await changeTo('Asia/Kathmandu');
    await advance();
    await changeTo('Asia/Kolkata');
    await advance();
    await expectAsCounted();
    await through();
    expect(await state()).toMatchObject({ zone: 'Asia/Kolkata', nextZone: null });
    expect(await minutes()).toEqual([30]);
    await expectAsCounted();
  });

  it('ends where it began when the former zone comes back halfway', async () => {
    const before = await storedCounts(test.database, workspaceId);
    await changeTo('Asia/Kathmandu');
    await advance();
    await changeTo('Asia/Shanghai');
    await through();
    expect(await storedCounts(test.database, workspaceId)).toEqual(before);
  });

  it('counts what is labelled, edited, stored and removed between two slices', async () => {
    const chance = chanceOf(11);
    for (const zone of ZONES.slice(1)) {
      await changeTo(zone);
      for (const writer of ['label', 'edit', 'store', 'correct', 'remove', 'retention'] as const) {
        await advance();
        await WRITERS[writer](process, place, chance);
        await expectAsCounted();
      }
      await through();
      await expectAsCounted();
    }
  });

  it('leaves out a monitor that is being matched, which is then counted by the zone of then', async () => {
    const [monitor] = await process.monitors.all(workspaceId);
    await process.monitors.update(workspaceId, monitor?.id ?? 0, {
      rules: { ...(monitor?.rules as NonNullable<typeof monitor>['rules']), languages: ['en'] },
    });
    await process.rematch.advance(workspaceId, 10);
    await changeTo('Asia/Kolkata');
    await advance();
    await process.rematch.advance(workspaceId, 10);
    await through();
    while (await process.rematch.advance(workspaceId, 10));
    await expectAsCounted();
    expect(await minutes()).toEqual([30]);
  });

  describe('kinds of comments that are left out', () => {
    const leaveOut = (...kinds: KindToLeaveOut[]) =>
      process.leavingOut.save(workspaceId, { accounts: [], officialReplies: false, raffles: false, kinds });
    const sums = async () => {
      const [row] = await test.database.$queryRaw<Record<'labelled' | 'out' | 'ofKind', number>[]>`
        SELECT sum(positive + neutral + negative)::int AS labelled, sum(kind_left_out)::int AS out, sum(news + ad)::int AS "ofKind"
        FROM mood_bucket WHERE workspace_id = ${workspaceId} AND monitor_id = 0`;
      return row;
    };

    it('go out of buckets and totals slice by slice, right after each, and come back', async () => {
      for (let batch = 0; batch < 4; batch++) await WRITERS.label(process, place, chanceOf(batch));
      const [before, all] = [await storedCounts(test.database, workspaceId), await sums()];
      await leaveOut('news', 'ad');
      await advance();
      expect(await state()).toMatchObject({ kinds: [], nextKinds: ['ad', 'news'], nextUntil: expect.any(Date) });
      expect((await process.leavingOut.state(workspaceId)).counting).toBe(true);
      await expectAsCounted();
      while (await advance()) await expectAsCounted();
      expect(await state()).toMatchObject({ kinds: ['ad', 'news'], nextZone: null });
      const now = await sums();
      expect(now).toEqual({ ...all, labelled: (all?.labelled ?? 0) - (now?.out ?? 0), out: all?.ofKind });
      expect(now?.out).toBeGreaterThan(5);
      expect(await process.leavingOut.state(workspaceId)).toMatchObject({
        kinds: ['ad', 'news'],
        counting: false,
      });
      await leaveOut();
      await through();
      expect(await storedCounts(test.database, workspaceId)).toEqual(before);
    });

    it('are counted right whatever is labelled, said, stored and removed meanwhile, and when the zone changes, too', async () => {
      const chance = chanceOf(13);
      await leaveOut('ad');
      await changeTo('Asia/Kathmandu');
      for (const writer of ['label', 'facet', 'edit', 'store', 'label', 'facet', 'setApart', 'remove'] as const) {
        await advance();
        await WRITERS[writer](process, place, chance);
        await expectAsCounted();
      }
      await leaveOut('news');
      await through();
      expect(await state()).toMatchObject({ kinds: ['news'], zone: 'Asia/Kathmandu' });
      await expectAsCounted();
    });
  });

  it('has nothing to do where there is no comment, or no change', async () => {
    expect(await advance()).toBe(false);
    const { id } = await test.database.workspace.create({ data: { name: 'Empty', timeZone: 'UTC' } });
    await test.database.$transaction(async (one) => {
      await process.labels.zone.changing(one, id);
      await one.workspace.update({ where: { id }, data: { timeZone: 'Asia/Kolkata' } });
    });
    expect(await process.labels.zone.advance(id)).toBe(true);
    expect(await process.labels.zone.advance(id)).toBe(false);
    expect(await test.database.moodZone.findUniqueOrThrow({ where: { workspaceId: id } })).toMatchObject({
      zone: 'Asia/Kolkata',
    });
  });
});
