import { Database } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { Tally } from './tally';

describe('Tally', () => {
  let test: TestDatabase;
  let other: Database;
  let tally: Tally;
  let name = 0;
  beforeAll(async () => {
    test = await createTestDatabase();
    other = new Database(test.url);
  });
  afterAll(async () => {
    await other.$disconnect();
    await test.close();
  });
  beforeEach(() => (tally = new Tally(`work-${name++}`)));

  const change = (counts: { total?: number; done?: number }, database = test.database) =>
    database.$transaction((transaction) => tally.change(transaction, test.workspaceId, counts));
  const read = () => tally.read(test.database, test.workspaceId);
  const rows = () => test.database.tally.count({ where: { work: tally.name } });

  it('begins at zero', async () => {
    expect(await read()).toEqual({ total: 0, done: 0, pending: 0 });
  });

  it('adds up what comes, what is done and what is taken back', async () => {
    await change({ total: 10 });
    await change({ done: 4 });
    await change({ total: -3, done: -1 });
    expect(await read()).toEqual({ total: 7, done: 3, pending: 4 });
  });

  it('keeps works and workspaces apart', async () => {
    await change({ total: 10 });
    expect(await new Tally('another').read(test.database, test.workspaceId)).toMatchObject({ total: 0 });
    expect(await tally.read(test.database, test.workspaceId + 1)).toMatchObject({ total: 0 });
  });

  it('forgets what a transaction that failed has counted', async () => {
    const failing = test.database.$transaction(async (transaction) => {
      await tally.change(transaction, test.workspaceId, { total: 5 });
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    expect(await read()).toMatchObject({ total: 0 });
  });

  it('lets two connections count at once, neither waiting for the other', async () => {
    await test.database.$transaction(async (transaction) => {
      await tally.change(transaction, test.workspaceId, { total: 1 });
      await change({ total: 1 }, other);
      expect(await read()).toMatchObject({ total: 1 });
    });
    expect(await read()).toMatchObject({ total: 2 });
  });

  it('adds up many changes to one, losing none while two fold and others count', async () => {
    const counting = async (database: Database) => {
      for (let index = 0; index < 60; index++) await change({ total: 2, done: 1 }, database);
    };
    const folding = async (database: Database) => {
      for (let index = 0; index < 30; index++) await tally.fold(database);
    };
    await Promise.all([counting(test.database), counting(other), folding(test.database), folding(other)]);
    expect(await read()).toEqual({ total: 240, done: 120, pending: 120 });
    for (let index = 0; index < 50; index++) await change({ total: 1 });
    await tally.fold(test.database);
    expect(await rows()).toBe(1);
    expect(await read()).toEqual({ total: 290, done: 120, pending: 170 });
  });
});
