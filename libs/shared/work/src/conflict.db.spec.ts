import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { isConflict, retryOnConflict } from './conflict';
import type { Transaction } from '@moodline/shared/db';

type Lock = (transaction: Transaction, sourceId: number) => Promise<unknown>;

describe('retryOnConflict', () => {
  let test: TestDatabase;
  let sources: readonly [number, number];
  beforeAll(async () => {
    test = await createTestDatabase();
    sources = [(await test.source('First')).sourceId, (await test.source('Second')).sourceId];
  });
  afterAll(() => test.close());
  beforeEach(() => test.database.source.updateMany({ data: { failures: 0 } }));

  /** Counts up both sources, the first one given first, with a rest in between: two of them the other way round deadlock. */
  const countUp = (order: readonly number[], addOne: Lock) =>
    test.database.$transaction(async (transaction) => {
      for (const id of order) {
        await addOne(transaction, id);
        await sleep(200);
      }
    });
  const raw: Lock = (transaction, id) =>
    transaction.$executeRaw`UPDATE source SET failures = failures + 1 WHERE workspace_id = ${test.workspaceId} AND id = ${id}`;
  const typed: Lock = (transaction, id) =>
    transaction.source.update({
      where: { workspaceId_id: { workspaceId: test.workspaceId, id } },
      data: { failures: { increment: 1 } },
    });
  const counted = async () => (await test.database.source.findMany()).map(({ failures }) => failures);

  it.each([
    ['raw', raw],
    ['typed', typed],
  ])('ends both of two %s transactions that would deadlock', async (_, addOne) => {
    let begun = 0;
    await Promise.all(
      [sources, sources.toReversed()].map((order) =>
        retryOnConflict(() => {
          begun++;
          return countUp(order, addOne);
        }),
      ),
    );
    expect(begun).toBeGreaterThan(2);
    expect(await counted()).toEqual([2, 2]);
  });

  it('knows a deadlock that nobody tries again', async () => {
    const outcomes = await Promise.allSettled([sources, sources.toReversed()].map((order) => countUp(order, raw)));
    const victims = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(victims).toHaveLength(1);
    expect(isConflict(victims[0]?.reason)).toBe(true);
  });

  it('tries a serialisation failure again, also one that only the commit meets', async () => {
    const swap = ([read, write]: readonly number[]) =>
      retryOnConflict(() =>
        test.database.$transaction(
          async (transaction) => {
            await transaction.$queryRaw`SELECT failures FROM source WHERE id = ${read}`;
            await sleep(150);
            await raw(transaction, write ?? 0);
            await sleep(150);
          },
          { isolationLevel: 'Serializable' },
        ),
      );
    await Promise.all([swap(sources), swap(sources.toReversed())]);
    expect(await counted()).toEqual([1, 1]);
  });

  it('throws any other error at once', async () => {
    let tries = 0;
    const wrong = retryOnConflict(() => {
      tries++;
      return test.database.$queryRaw`SELECT 1 / 0`;
    });
    await expect(wrong).rejects.toThrow('division by zero');
    expect(tries).toBe(1);
  });

  it('gives up after its tries', async () => {
    const conflict = Object.assign(new Error('conflict'), { cause: { originalCode: '40001' } });
    let tries = 0;
    const never = retryOnConflict(() => {
      tries++;
      return Promise.reject(conflict);
    }, 3);
    await expect(never).rejects.toBe(conflict);
    expect(tries).toBe(3);
  });
});
