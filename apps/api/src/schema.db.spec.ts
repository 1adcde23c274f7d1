import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';

/** Names of columns that would hold what must never be stored of an author. */
const FORBIDDEN = /(^|_)(author_name|user_?name|nick_?name|avatar|ip|ip_address|location|profile|profile_url|phone)($|_)/;

describe('the schema', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.close());

  it('carries workspace_id in every table', async () => {
    const rows = await test.database.$queryRaw<{ table: string }[]>`
      SELECT t.table_name AS table FROM information_schema.tables t
      WHERE t.table_schema = 'public' AND t.table_name NOT LIKE '\_prisma%' AND NOT EXISTS (
        SELECT 1 FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = t.table_name AND c.column_name = 'workspace_id')`;
    expect(rows.map(({ table }) => table)).toEqual([]);
  });

  it('begins every unique key with workspace_id', async () => {
    const rows = await test.database.$queryRaw<{ index: string; first: string }[]>`
      SELECT i.indexrelid::regclass::text AS index, a.attname AS first
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE n.nspname = 'public' AND i.indisunique AND c.relname NOT LIKE '\_prisma%'`;
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ first }) => first !== 'workspace_id')).toEqual([]);
  });

  it('has no column for what identifies an author', async () => {
    const rows = await test.database.$queryRaw<{ table: string; column: string }[]>`
      SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_prisma%'`;
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ column }) => FORBIDDEN.test(column))).toEqual([]);
  });
});
