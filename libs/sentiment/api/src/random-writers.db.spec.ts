import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { chanceOf } from './testing/chance';
import { facetDaysAnew, recounted, storedCounts } from './testing/counted-anew.query';
import { differences, matchesOf } from './testing/differences.query';
import { copiedText, meetingPlace, WritingProcess } from './testing/meeting-writers.query';
import { writeAtRandom } from './testing/random-writers.query';

/** `npm run faults` lets them write for a minute. A seed that failed goes here to be tried again. */
const {
  seconds = 20,
  seed = Math.floor(Math.random() * 1e6),
  rounds = 4,
}: { seconds?: number; seed?: number; rounds?: number } = (globalThis as { writers?: object }).writers ?? {};
const PROCESSES = 4;

describe('four processes that write at random leave what a rebuild makes', () => {
  let test: TestDatabase;
  let processes: WritingProcess[];

  beforeAll(async () => {
    test = await createTestDatabase();
    processes = Array.from({ length: PROCESSES }, () => new WritingProcess(test.url));
  });
  afterAll(async () => {
    await Promise.all(processes.map((process) => process.close()));
    await test.close();
  });

  it.each(Array.from({ length: rounds }, (_, round) => seed + round))(
    'seed %i',
    async (one) => {
      const [first] = processes as [WritingProcess];
      const place = await meetingPlace(first, chanceOf(one), { count: 40, imports: 4, text: copiedText });
      const { workspaceId } = place;
      const ended = await writeAtRandom(processes, place, { seed: one, seconds: seconds / rounds });
      process.stdout.write(`seed ${one}: ${JSON.stringify(ended)}\n`);
      while (await first.labels.zone.advance(workspaceId, 7));
      while (await first.rematch.advance(workspaceId));

      expect(await storedCounts(test.database, workspaceId)).toEqual(await recounted(test.database, workspaceId));
      const days = await facetDaysAnew(test.database, workspaceId);
      expect(days.stored).toEqual(days.counted);
      while (await first.labels.facetDays.advance(0));
      const allDays = await facetDaysAnew(test.database, workspaceId);
      expect(allDays.stored).toEqual(allDays.counted);
      expect(await test.database.moodFacetStale.count({ where: { workspaceId } })).toBe(0);
      const wrong = await differences(test.database, workspaceId);
      expect(Object.entries(wrong).filter(([, rows]) => rows.length)).toEqual([]);

      const matches = await matchesOf(test.database, workspaceId);
      await test.database.monitor.updateMany({
        where: { workspaceId },
        data: { rematchCursor: 0, countCursor: null, rematchGeneration: { increment: 1 } },
      });
      while (await first.rematch.advance(workspaceId));
      expect(matches).toEqual(await matchesOf(test.database, workspaceId));
      expect(await storedCounts(test.database, workspaceId)).toEqual(await recounted(test.database, workspaceId));
    },
    (seconds + 60) * 1_000,
  );
});
