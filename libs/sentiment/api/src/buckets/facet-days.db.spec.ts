import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { chanceOf } from '../testing/chance';
import { facetDaysAnew } from '../testing/counted-anew.query';
import { meetingPlace, WRITERS, WritingProcess, type MeetingPlace } from '../testing/meeting-writers.query';

describe('FacetDays', () => {
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
    await test.database.moodFacetStale.deleteMany({});
    place = await meetingPlace(process, chanceOf(11), { count: 60 });
    workspaceId = place.workspaceId;
  });

  const through = async () => {
    let days = 0;
    while (await process.labels.facetDays.advance(0)) days++;
    return days;
  };
  const stale = () => test.database.moodFacetStale.count({ where: { workspaceId } });
  const expectAsCounted = async () => {
    const { stored, counted } = await facetDaysAnew(test.database, workspaceId);
    expect(stored).toEqual(counted);
    return stored as { facet: string; value: string; monitor_id: number; negative: bigint }[];
  };

  it('counts each day that comments have changed in, by label, emotion and kind, and for monitors', async () => {
    const days = await stale();
    expect(days).toBeGreaterThan(0);
    expect(await through()).toBe(days);
    expect(await stale()).toBe(0);
    const rows = await expectAsCounted();
    expect(new Set(rows.map(({ facet }) => facet))).toEqual(new Set(['all', 'label', 'emotion', 'kind']));
    expect(new Set(rows.map(({ monitor_id }) => monitor_id)).size).toBeGreaterThan(2);
    expect(rows.filter(({ facet, value }) => facet === 'label' && value !== 'negative')).toEqual(
      rows.filter(({ facet, value, negative }) => facet === 'label' && value !== 'negative' && !Number(negative)),
    );
  });

  it('counts again a day whose comments change places among each other, so that no bucket changes', async () => {
    await through();
    const [one, other] = await test.database.comment.findMany({
      where: { workspaceId },
      take: 2,
      orderBy: { id: 'asc' },
    });
    if (!one || !other) throw new Error('There are no comments');
    const say = async (id: bigint, kind: 'question' | 'wish', label: 'positive' | 'negative') => {
      await process.labels.store.correct(workspaceId, Number(id), { label, userId: 1 });
      await process.labels.store.sayFacet(workspaceId, Number(id), { facet: 'kind', value: kind, userId: 1 });
    };
    await say(one.id, 'question', 'positive');
    await say(other.id, 'wish', 'negative');
    await through();
    await say(one.id, 'wish', 'positive');
    await say(other.id, 'question', 'negative');
    expect(await stale()).toBeGreaterThan(0);
    await through();
    await expectAsCounted();
  });

  it('leaves a day alone in which something has changed just now', async () => {
    expect(await process.labels.facetDays.advance(60_000)).toBe(false);
    expect(await stale()).toBeGreaterThan(0);
  });

  it.each(['rematch', 'clear', 'kinds', 'zone', 'undo', 'retention', 'setApart', 'edit'] as const)(
    'is right after %s',
    async (name) => {
      await through();
      for (let seed = 0; seed < 3; seed++) await WRITERS[name](process, place, chanceOf(seed));
      while (await process.rematch.advance(workspaceId));
      await expectAsCounted();
      await through();
      await expectAsCounted();
    },
  );

  it('begins anew where days begin at another time', async () => {
    await through();
    await test.database.$transaction(async (one) => {
      await process.labels.zone.changing(one, workspaceId);
      await one.workspace.update({ where: { id: workspaceId }, data: { timeZone: 'America/St_Johns' } });
    });
    expect(await through()).toBe(0);
    while (await process.labels.zone.advance(workspaceId, 7));
    expect(await test.database.moodFacetDay.count({ where: { workspaceId } })).toBe(0);
    expect(await through()).toBeGreaterThan(0);
    const begins = await test.database.moodFacetDay.findMany({ where: { workspaceId }, select: { day: true } });
    expect(new Set(begins.map(({ day }) => day.toISOString().slice(11, 16)))).toEqual(new Set(['02:30']));
    await expectAsCounted();
  });
});

describe('a day that is counted while its comments change', () => {
  let test: TestDatabase;
  let processes: [WritingProcess, WritingProcess];

  beforeAll(async () => {
    test = await createTestDatabase();
    processes = [new WritingProcess(test.url), new WritingProcess(test.url)];
  });
  afterAll(async () => {
    await Promise.all(processes.map((process) => process.close()));
    await test.close();
  });

  it('is stale again once the change is through, whichever of the two comes first', async () => {
    const [counting, writing] = processes;
    const { workspaceId } = await meetingPlace(counting, chanceOf(3), { count: 40 });
    for (let time = 0; time < 10; time++) {
      const { id } = await test.database.comment.findFirstOrThrow({ where: { workspaceId }, skip: time });
      await Promise.all([
        counting.labels.facetDays.advance(0),
        writing.labels.store.correct(workspaceId, Number(id), { label: time % 2 ? 'positive' : 'negative', userId: 1 }),
      ]);
      const { stored, counted } = await facetDaysAnew(test.database, workspaceId);
      expect(stored).toEqual(counted);
    }
    while (await counting.labels.facetDays.advance(0));
    const { stored, counted } = await facetDaysAnew(test.database, workspaceId);
    expect(stored.length).toBeGreaterThan(5);
    expect(stored).toEqual(counted);
  });
});
