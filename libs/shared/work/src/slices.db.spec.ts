import { setTimeout as sleep } from 'node:timers/promises';
import type { Transaction } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { Slices, type SlicedWork } from './slices';

describe('Slices', () => {
  let test: TestDatabase;
  let slices: Slices;
  let sources: readonly [number, number];
  beforeAll(async () => {
    test = await createTestDatabase();
    slices = new Slices(test.database);
    sources = [(await test.source('First')).sourceId, (await test.source('Second')).sourceId];
  });
  afterAll(() => test.close());
  beforeEach(() => test.database.source.updateMany({ data: { failures: 0, cursor: {} } }));

  const failures = async () =>
    (await test.database.source.findMany({ orderBy: { id: 'asc' } })).map((source) => source.failures);
  const key = (id: number) => ({ workspaceId_id: { workspaceId: test.workspaceId, id } });
  const addOne = (transaction: Transaction, id: number) =>
    transaction.source.update({ where: key(id), data: { failures: { increment: 1 } } });

  /** Counts the second source up once a slice; the place is kept with the first one. */
  const counting = (until: number): SlicedWork<number> => ({
    async take(transaction) {
      await transaction.$queryRaw`SELECT id FROM source WHERE id = ${sources[0]} FOR NO KEY UPDATE`;
      const { cursor } = await transaction.source.findUniqueOrThrow({ where: key(sources[0]) });
      const { place = 0 } = cursor as { place?: number };
      return place >= until ? null : place;
    },
    async slice(transaction, place) {
      await addOne(transaction, sources[1]);
      return place + 1 < until ? place + 1 : null;
    },
    async store(transaction, place) {
      await transaction.source.update({ where: key(sources[0]), data: { cursor: { place: place ?? until } } });
    },
  });

  it('stores the place of a work with each slice, until the work has ended', async () => {
    expect(await slices.next(counting(2))).toBe('moved');
    expect(await slices.next(counting(2))).toBe('ended');
    expect(await slices.next(counting(2))).toBe('idle');
    expect(await failures()).toEqual([0, 2]);
  });

  it('does no slice twice when two processes are at it', async () => {
    const one = async () => {
      while ((await slices.next(counting(20))) !== 'idle');
    };
    await Promise.all([one(), one(), one()]);
    expect(await failures()).toEqual([0, 20]);
  });

  it('takes a slice back whole when its place could not be stored', async () => {
    const cut: SlicedWork<number> = { ...counting(3), store: () => Promise.reject(new Error('killed')) };
    await expect(slices.next(cut)).rejects.toThrow('killed');
    expect(await failures()).toEqual([0, 0]);
    expect(await slices.next(counting(3))).toBe('moved');
    expect(await failures()).toEqual([0, 1]);
  });

  it('ends two slices that would deadlock', async () => {
    const both = (order: readonly number[]) =>
      slices.once(async (transaction) => {
        for (const id of order) {
          await addOne(transaction, id);
          await sleep(200);
        }
      });
    await Promise.all([both(sources), both(sources.toReversed())]);
    expect(await failures()).toEqual([2, 2]);
  });

  it('goes on until nothing is left, or until it is stopped', async () => {
    const stop = new AbortController();
    let left = 5;
    await slices.untilDone(async () => --left > 0);
    expect(left).toBe(0);
    left = 5;
    await slices.untilDone(async () => {
      if (--left === 3) stop.abort();
      return left > 0;
    }, stop.signal);
    expect(left).toBe(3);
  });
});
