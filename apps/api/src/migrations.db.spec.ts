import { join } from 'node:path';
import { migrate, migrationNames, NewerDatabaseError, searchPath } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { Client } from 'pg';

const PRISMA = join(__dirname, '../../../prisma');

describe('bringing a database up to date', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.close());

  async function ask<Row>(sql: string, schema = 'public'): Promise<Row[]> {
    const client = new Client({ connectionString: test.url, options: searchPath(schema) });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  it('has nothing to do for one that is', async () => {
    expect(await migrate(test.url, PRISMA)).toEqual([]);
  });

  it('goes as far as it is told in a schema of its own, and on from there, without touching the one beside it', async () => {
    const names = await migrationNames(PRISMA);
    await ask('CREATE SCHEMA apart');
    expect(await migrate(test.url, PRISMA, { schema: 'apart', only: new Set(names.slice(0, 1)) })).toEqual(
      names.slice(0, 1),
    );
    const tables = `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1`;
    expect((await ask(tables, 'apart')).length).toBeLessThan((await ask(tables)).length);
    expect(await migrate(test.url, PRISMA, { schema: 'apart' })).toEqual(names.slice(1));
    expect(await ask(tables, 'apart')).toEqual(await ask(tables));
    expect(await ask('SELECT name FROM workspace')).toEqual([{ name: 'Spec' }]);
    expect(await ask('SELECT name FROM workspace', 'apart')).toEqual([]);
  });

  it('refuses one that a newer Moodline has used, and leaves it alone', async () => {
    await ask(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
      VALUES ('later', 'x', '20990101000000_of_tomorrow', now(), 1)`);
    await expect(migrate(test.url, PRISMA)).rejects.toThrow(
      /newer Moodline \(20990101000000_of_tomorrow\)\. Nothing was changed\. Start that version again/,
    );
    await expect(migrate(test.url, PRISMA)).rejects.toBeInstanceOf(NewerDatabaseError);
    expect(await ask('SELECT name FROM workspace')).toEqual([{ name: 'Spec' }]);
  });
});
