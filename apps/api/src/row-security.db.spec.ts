import { randomBytes } from 'node:crypto';
import { asReader, Database, prepareReader, readingApart, type Reader } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { HIDDEN } from './hidden-from-readers';
import { FOREIGN_ID, ForeignWorkspace } from './testing/foreign-workspace';

const password = () => randomBytes(16).toString('hex');
const SEARCH = ['pg_catalog.ts_match_vq(tsvector, tsquery)', 'search_tokens(integer, timestamptz, text)'];

describe('row level security', () => {
  let test: TestDatabase;
  let foreign: ForeignWorkspace;
  let reader: Reader;
  let database: Database;
  /** Tables of which a reader sees at least some columns. */
  let tables: string[];

  beforeAll(async () => {
    test = await createTestDatabase();
    foreign = await ForeignWorkspace.make(test.administratorUrl);
    reader = await prepareReader(test, password(), HIDDEN);
    database = readingApart(new Database(test.url), reader);
    const rows = await test.database.$queryRaw<{ name: string }[]>`
      SELECT c.relname::text AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`;
    tables = rows.map(({ name }) => name);
  });
  afterAll(async () => {
    await foreign.close();
    await database.onApplicationShutdown();
    await test.close();
  });

  const reading = <T>(workspaceId: number, work: () => Promise<T>): Promise<T> => asReader(workspaceId, work).result;
  const visible = () => tables.filter((table) => !HIDDEN.tables.includes(table));
  /** How many rows of each table a workspace sees that does not ask for its own. */
  const seen = (workspaceId: number, where = 'true') =>
    reading(workspaceId, async () => {
      const counts: Record<string, number> = {};
      for (const table of visible()) {
        const sql = `SELECT count(*)::int AS n FROM "${table}" WHERE ${where}`;
        counts[table] = (await database.$queryRawUnsafe<{ n: number }[]>(sql))[0]?.n ?? -1;
      }
      return counts;
    });

  it('is on for every table, with a policy by workspace_id', async () => {
    expect(reader.rowSecurity).toBe(true);
    const rows = await test.database.$queryRaw<{ name: string; policy: string }[]>`
      SELECT c.relname::text AS name, pg_get_expr(p.polqual, p.polrelid) AS policy
      FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND p.polroles = '{0}' AND p.polpermissive ORDER BY 1`;
    expect(rows.map(({ name }) => name)).toEqual(tables);
    for (const { policy } of rows) expect(policy).toMatch(/^\(workspace_id = .*current_setting\('moodline\.workspace'/);
    expect(tables.length).toBeGreaterThan(70);
  });

  it('shows a workspace its own rows and none of another one, whatever is asked', async () => {
    const theirs = await seen(FOREIGN_ID);
    expect(Object.entries(theirs).filter(([, n]) => n < 1)).toEqual([]);
    expect(Object.values(await seen(test.workspaceId, `workspace_id = ${FOREIGN_ID}`)).filter(Boolean)).toEqual([]);
    const others = await seen(FOREIGN_ID, `workspace_id <> ${FOREIGN_ID}`);
    expect(Object.values(others).filter(Boolean)).toEqual([]);
    const all = await test.database.$queryRaw<{ id: number }[]>`SELECT workspace_id AS id FROM workspace ORDER BY 1`;
    expect(all).toEqual([{ id: test.workspaceId }, { id: FOREIGN_ID }]);
  });

  it('shows nothing to a connection that names no workspace', async () => {
    const client = new Database(reader.url);
    try {
      expect(await client.workspace.count()).toBe(0);
      expect(await client.comment.count()).toBe(0);
    } finally {
      await client.$disconnect();
    }
  });

  it('lets no query name another workspace', async () => {
    const named = `SELECT set_config('moodline.workspace', '${FOREIGN_ID}', false)`;
    await expect(reading(test.workspaceId, () => database.$queryRawUnsafe(named))).rejects.toThrow(/permission denied/);
  });

  it('holds for two workspaces that are read for at the same moment', async () => {
    const names = (workspaceId: number) =>
      reading(workspaceId, () => database.$queryRaw<{ id: number }[]>`SELECT workspace_id AS id FROM workspace`);
    const asked = [test.workspaceId, FOREIGN_ID, test.workspaceId, FOREIGN_ID];
    expect((await Promise.all(asked.map(names))).map(([row]) => row?.id)).toEqual(asked);
  });

  it('leaves the search its index', async () => {
    const { sourceId, runId } = await test.source();
    // Words stand between two unit separators.
    await test.database.$executeRaw`
      INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at, search_text)
      SELECT ${test.workspaceId}, ${sourceId}, ${runId}, n::text, 'word' || n, n::text, 'en', now(), chr(31) || 'word' || n || chr(31)
      FROM generate_series(1, 5000) n`;
    await test.database.$executeRaw`ANALYZE comment`;
    const rows = await reading(
      test.workspaceId,
      () => database.$queryRaw<Record<string, string>[]>`
        EXPLAIN SELECT c.id FROM comment c
        WHERE c.workspace_id = ${test.workspaceId}
          AND search_tokens(c.workspace_id, c.published_at, c.search_text) @@ ${`'word7'`}::tsquery`,
    );
    const plan = rows.map((row) => Object.values(row)[0]).join('\n');
    expect(plan).toMatch(/Bitmap Index Scan on comment_search.*\n\s+Index Cond/);
  });

  it('is off for the tables of the search where no administrator says that its functions tell nothing, and on again afterwards', async () => {
    const administrator = new Database(test.administratorUrl);
    const role = `makes_roles_${randomBytes(4).toString('hex')}`;
    const off = () =>
      test.database.$queryRaw<{ name: string }[]>`
        SELECT c.relname::text AS name FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY(${tables}) AND NOT c.relrowsecurity ORDER BY 1`;
    try {
      for (const name of SEARCH) await administrator.$executeRawUnsafe(`ALTER FUNCTION ${name} NOT LEAKPROOF`);
      // As on a server of somebody else, whose role may make roles and is no administrator.
      await administrator.$executeRawUnsafe(`CREATE ROLE ${role} LOGIN CREATEROLE PASSWORD '${role}'`);
      await administrator.$executeRawUnsafe(`GRANT ${new URL(test.url).username} TO ${role}`);
      const url = Object.assign(new URL(test.url), { username: role, password: role }).href;
      expect(await prepareReader({ url }, password(), HIDDEN)).toMatchObject({ ownRole: true, rowSecurity: false });
      expect(await off()).toEqual([{ name: 'comment' }, { name: 'document_passage' }]);
      expect(await prepareReader(test, password(), HIDDEN)).toMatchObject({ ownRole: true, rowSecurity: true });
      expect(await off()).toEqual([]);
    } finally {
      await administrator.$executeRawUnsafe(`DROP OWNED BY ${role}`);
      await administrator.$executeRawUnsafe(`DROP ROLE ${role}`);
      await administrator.$disconnect();
    }
  });
});
