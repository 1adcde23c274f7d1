import { randomBytes } from 'node:crypto';
import {
  asReader,
  asWriter,
  boundedRead,
  Database,
  prepareReader,
  Prisma,
  readingApart,
  type Reader,
} from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { HIDDEN } from './hidden-from-readers';
import { AskedProduct } from './testing/asked-product';

/** Names of columns that hold, open or prove something. */
const SOUNDS_SECRET = /secret|password|passphrase|token|_hash$|sealed|code_hash|^key$|e_?mail|address/;
/** Columns of that kind that readers see, each with the reason. */
const SEEN: Readonly<Record<string, string>> = {
  'comment.author_hash': 'joins comments of one author; keyed, and not a name',
  'comment.text_hash': 'joins equal texts',
  'author_spelling.author_hash': 'as above',
  'author_spelling.name_hash': 'as above',
  'former_author_hash.author_hash': 'as above',
  'former_author_hash.former_hash': 'as above',
  'theme.key': 'the name of a theme',
};

const password = () => randomBytes(16).toString('hex');
const DENIED = /permission denied|42501/;

describe('what readers of the database see', () => {
  let test: TestDatabase;
  let reader: Reader;
  let database: Database;

  beforeAll(async () => {
    test = await createTestDatabase();
    reader = await prepareReader(test, password(), HIDDEN);
    database = readingApart(new Database(test.url), reader);
  });
  afterAll(async () => {
    await database.onApplicationShutdown();
    await test.close();
  });

  const reading = <T>(work: () => Promise<T>): Promise<T> => asReader(test.workspaceId, work).result;

  it('is by a role of its own', () => expect(reader.ownRole).toBe(true));

  it('is counted within its time and memory, as by anybody', async () => {
    const limits = Prisma.sql`SELECT current_setting('statement_timeout') AS timeout, current_setting('work_mem') AS memory, current_user <> ${'postgres'} AS own`;
    expect(await reading(() => boundedRead(database, limits, 5_000))).toEqual([
      { timeout: '5s', memory: '32MB', own: true },
    ]);
    await expect(reading(() => boundedRead(database, Prisma.sql`SELECT pg_sleep(30)`, 50))).rejects.toThrow(/57014/);
  });

  it('leaves out every column that sounds like a secret, or says why not', async () => {
    const columns = await test.database.$queryRaw<{ table: string; column: string }[]>`
      SELECT table_name::text AS "table", column_name::text AS "column" FROM information_schema.columns WHERE table_schema = 'public'`;
    const seen = columns.filter(
      ({ table, column }) => !HIDDEN.tables.includes(table) && !HIDDEN.columns[table]?.includes(column),
    );
    const loud = seen
      .filter(({ column }) => SOUNDS_SECRET.test(column))
      .map(({ table, column }) => `${table}.${column}`);
    expect(loud.filter((name) => !SEEN[name])).toEqual([]);
    const tables = new Set(columns.map(({ table }) => table));
    expect(HIDDEN.tables.filter((table) => !tables.has(table))).toEqual([]);
    const names = columns.map(({ table, column }) => `${table}.${column}`);
    const hidden = Object.entries(HIDDEN.columns).flatMap(([table, of]) => of.map((column) => `${table}.${column}`));
    expect(hidden.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(['session', 'access_token', 'api_key', 'second_factor', 'recovery_code', 'single_sign_on', 'audit_event'])(
    'is nothing of %s',
    async (table) => {
      await expect(reading(() => database.$queryRawUnsafe(`SELECT 1 FROM ${table}`))).rejects.toThrow(DENIED);
    },
  );

  it.each([
    'SELECT password_hash FROM "user"',
    'SELECT * FROM "user"',
    'SELECT secrets FROM source',
    "SELECT pg_read_file('PG_VERSION')",
  ])('is not %s', async (sql) => {
    await expect(reading(() => database.$queryRawUnsafe(sql))).rejects.toThrow(DENIED);
  });

  it('is comments, sources and the names of people', async () => {
    await test.source('Forum');
    expect(await reading(async () => database.$queryRaw`SELECT name FROM source`)).toEqual([{ name: 'Forum' }]);
    await reading(async () => database.$queryRaw`SELECT id, name, role FROM "user"`);
    expect(await reading(async () => database.comment.count())).toBe(0);
  });

  it('cannot be written, also where somebody turns the read-only transaction off', async () => {
    const { workspaceId } = test;
    const theme = { workspaceId, key: 'k', names: {}, words: [] };
    await expect(reading(async () => database.theme.create({ data: theme }))).rejects.toThrow(/read-only|25006/);
    await database.theme.create({ data: theme });
    await expect(
      reading(async () =>
        database.$transaction(async (transaction) => {
          await transaction.$executeRaw`SET TRANSACTION READ WRITE`;
          await transaction.$executeRaw`UPDATE theme SET key = 'x'`;
        }),
      ),
    ).rejects.toThrow(DENIED);
    expect(await reading(() => asWriter(async () => database.theme.count({ where: { key: 'k' } })))).toBe(1);
  });

  it('ends when the answer is sent: what goes on afterwards is not reading', async () => {
    const { promise: sent, resolve: goOn } = Promise.withResolvers<void>();
    const { result, end } = asReader(test.workspaceId, async () => {
      await sent;
      return database.$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`;
    });
    end();
    goOn();
    expect((await result)[0]?.role).not.toMatch(/^moodline_reader/);
  });

  it('is brought up to date by the next start, also by two at once', async () => {
    const same = password();
    await Promise.all([prepareReader(test, same, HIDDEN), prepareReader(test, same, HIDDEN)]);
    await test.database.$executeRaw`CREATE TABLE made_later (workspace_id int)`;
    await test.database.$executeRaw`CREATE TABLE of_no_workspace (id int)`;
    const { url } = await prepareReader(test, same, HIDDEN);
    const later = new Database(url);
    try {
      await expect(later.$queryRaw`SELECT * FROM made_later`).resolves.toEqual([]);
      await expect(later.$queryRaw`SELECT * FROM of_no_workspace`).rejects.toThrow(DENIED);
      await expect(later.$queryRaw`SELECT 1 FROM session`).rejects.toThrow(DENIED);
    } finally {
      await later.$disconnect();
    }
  });

  it('is everything, but only read, where the server gives no role', async () => {
    const name = `no_roles_${randomBytes(4).toString('hex')}`;
    const administrator = new Database(test.administratorUrl);
    await administrator.$executeRawUnsafe(`CREATE ROLE ${name} LOGIN PASSWORD '${name}'`);
    await administrator.$executeRawUnsafe(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${name}`);
    const url = new URL(test.url);
    url.username = url.password = name;
    const without = await prepareReader({ url: url.href }, password(), HIDDEN);
    expect(without).toMatchObject({ ownRole: false, rowSecurity: false });
    const client = new Database(without.url);
    try {
      await expect(client.$executeRaw`DELETE FROM source`).rejects.toThrow(/read-only|25006/);
    } finally {
      await client.$disconnect();
      await administrator.$executeRawUnsafe(`DROP OWNED BY ${name}`);
      await administrator.$executeRawUnsafe(`DROP ROLE ${name}`);
      await administrator.$disconnect();
    }
  });
});

describe('questions, exports and tools of other programs', () => {
  let product: AskedProduct;
  beforeAll(async () => void (product = await AskedProduct.start()));
  afterAll(() => product?.stop());

  it('are written down by the role of everything else', async () => {
    const key = await product.key('tools', ['chat.ask', 'comments.read'], await product.signedIn('owner'));
    const headers = { ...key, 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const params = { name: 'comments', arguments: { q: 'battery' } };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    for (let time = 0; time < 3; time++) {
      const answer = await fetch(new URL('/api/mcp', product.url), { method: 'POST', headers, body });
      expect(await answer.text()).toContain('total');
    }
    const written = () => product.test.database.auditEvent.count({ where: { object: 'mcp', who: 'tools' } });
    // It is written after the answer was sent.
    for (let look = 0; look < 200 && (await written()) < 3; look++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await written()).toBe(3);
  });

  it('reach the database by that role, and pages do not', async () => {
    const owner = await product.signedIn('owner');
    const asked = () => product.ask('post', '/api/chat', owner, { question: 'How many comments yesterday?' });
    const exported = () => product.ask('get', '/api/comments/export?format=jsonl', owner);
    const page = () => product.ask('get', '/api/comments', owner);
    const statuses = async () => [(await asked()).status, (await exported()).status, (await page()).status];
    expect(await statuses()).toEqual([200, 200, 200]);
    const [role] = await product.test.database.$queryRaw<{ name: string }[]>`
      SELECT grantee::text AS name FROM information_schema.role_table_grants
      WHERE table_name = 'workspace' AND grantee LIKE 'moodline_reader_%'`;
    await product.test.database.$executeRawUnsafe(
      `REVOKE SELECT ON workspace, mood_bucket, mood_day FROM ${role?.name}`,
    );
    expect(await statuses()).toEqual([500, 500, 200]);
  });
});
