import { Database } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { ThemeRepository } from './theme.repository';

/** Rounds in which two processes change the same themes: what one of them could spoil, it spoils in one of these. */
const ROUNDS = 15;
const LETTERS = ['a', 'b', 'c', 'd', 'e'];

describe('two processes that change themes', () => {
  let test: TestDatabase;
  let databases: [Database, Database];
  let processes: [ThemeRepository, ThemeRepository];

  beforeAll(async () => {
    test = await createTestDatabase();
    databases = [new Database(test.url), new Database(test.url)];
    processes = [new ThemeRepository(databases[0]), new ThemeRepository(databases[1])];
  });
  afterAll(async () => {
    for (const database of databases) await database.$disconnect();
    await test.close();
  });

  const found = (round: number) =>
    LETTERS.map((letter) => ({
      key: `term:${letter}${round}`,
      names: { zh: letter, en: letter, ja: letter },
      words: [`${letter}${round}`],
    }));

  it('keep the same themes once, whoever finds them first', async () => {
    const themes = found(-1);
    await Promise.all(
      processes.flatMap((process) => [process.keep(test.workspaceId, themes), process.keep(test.workspaceId, themes)]),
    );
    const kept = await test.database.theme.findMany({ where: { key: { in: themes.map(({ key }) => key) } } });
    expect(kept.map(({ key }) => key).sort()).toEqual(themes.map(({ key }) => key));
  });

  it('merge without circles and chains, however their merges meet', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const themes = found(round);
      await processes[0].keep(test.workspaceId, themes);
      const rows = await test.database.theme.findMany({
        where: { key: { in: themes.map(({ key }) => key) } },
        orderBy: { key: 'asc' },
      });
      const ids = rows.map(({ id }) => id);
      const merge = (process: number, from: number, into: number) =>
        processes[process]?.change(test.workspaceId, ids[from] ?? 0, { mergedInto: ids[into] ?? 0 });
      await Promise.all([
        merge(0, 0, 1),
        merge(1, 1, 0),
        merge(0, 1, 2),
        merge(1, 2, 3),
        merge(0, 3, 4),
        merge(1, 4, 0),
        processes[0].change(test.workspaceId, ids[2] ?? 0, { name: `named ${round}` }),
        processes[1].change(test.workspaceId, ids[2] ?? 0, { hidden: true }),
      ]);
      const after = new Map(
        (await test.database.theme.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]),
      );
      const chains = [...after.values()].filter(
        ({ mergedInto }) => mergedInto !== null && after.get(mergedInto)?.mergedInto !== null,
      );
      expect({ round, chains }).toEqual({ round, chains: [] });
      expect(after.get(ids[2] ?? 0)).toMatchObject({ givenName: `named ${round}`, hiddenAt: expect.any(Date) });
    }
  });
});
