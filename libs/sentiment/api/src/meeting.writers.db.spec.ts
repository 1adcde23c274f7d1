import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { chanceOf } from './testing/chance';
import { facetDaysAnew, recounted, storedCounts } from './testing/counted-anew.query';
import { differences } from './testing/differences.query';
import { slowDown } from './testing/slow-writes.query';
import { meetingPlace, WRITERS, WritingProcess } from './testing/meeting-writers.query';

const NAMES = Object.keys(WRITERS) as (keyof typeof WRITERS)[];
const PAIRS = NAMES.flatMap((one, index) => NAMES.slice(index).map((other) => ({ one, other })));

/** Two processes write to the same comments at the same time; each statement that writes takes some milliseconds more, so that they meet. */
describe('two writers that meet both end, and what is counted is right', () => {
  let test: TestDatabase;
  let processes: [WritingProcess, WritingProcess];

  beforeAll(async () => {
    test = await createTestDatabase();
    await slowDown(test.database);
    processes = [new WritingProcess(test.url), new WritingProcess(test.url)];
  });
  afterAll(async () => {
    await Promise.all(processes.map((process) => process.close()));
    await test.close();
  });

  it.each(PAIRS)('$one and $other', async ({ one, other }) => {
    const [first, second] = processes;
    for (const process of processes) process.conflicts.length = 0;
    const place = await meetingPlace(first, chanceOf(1));
    await Promise.all([WRITERS[one](first, place, chanceOf(2)), WRITERS[other](second, place, chanceOf(3))]);
    expect(processes.flatMap(({ conflicts }) => conflicts)).toEqual([]);
    while (await first.rematch.advance(place.workspaceId));
    const { workspaceId } = place;
    const { featuresOfNothing, tagsOfNothing, tagFeaturesOfNothing, workOnNothing } = await differences(
      test.database,
      workspaceId,
    );
    expect({ featuresOfNothing, tagsOfNothing, tagFeaturesOfNothing, workOnNothing }).toEqual({
      ...{ featuresOfNothing: [], tagsOfNothing: [], tagFeaturesOfNothing: [], workOnNothing: [] },
    });
    expect(await storedCounts(test.database, workspaceId)).toEqual(await recounted(test.database, workspaceId));
    const days = await facetDaysAnew(test.database, workspaceId);
    expect(days.stored).toEqual(days.counted);
    while (await first.labels.facetDays.advance(0));
    const allDays = await facetDaysAnew(test.database, workspaceId);
    expect(allDays.stored).toEqual(allDays.counted);
    expect(await test.database.moodFacetStale.count({ where: { workspaceId } })).toBe(0);
  });
});
