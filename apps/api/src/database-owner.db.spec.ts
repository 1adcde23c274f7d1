import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EmbeddedDatabase,
  makeAppendOnly,
  migrate,
  prepareReader,
  transferOwnership,
  type EmbeddedUrls,
} from '@moodline/shared/db';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { HIDDEN } from './hidden-from-readers';

const PRISMA = join(__dirname, '../../../prisma');
const DENIED = /permission denied|must be (?:owner|superuser)|may (?:run|execute)/;

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

const inDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Everything in the database that belongs to somebody else than the product's role. */
const OF_OTHERS = `
  SELECT 'class ' || oid::regclass AS name FROM pg_class WHERE relowner <> 'moodline'::regrole AND oid >= 16384 AND relnamespace <> 'pg_toast'::regnamespace
  UNION ALL SELECT 'function ' || oid::regprocedure FROM pg_proc WHERE proowner <> 'moodline'::regrole AND oid >= 16384
  UNION ALL SELECT 'type ' || oid::regtype FROM pg_type WHERE typowner <> 'moodline'::regrole AND oid >= 16384
  UNION ALL SELECT 'schema ' || nspname FROM pg_namespace WHERE nspowner NOT IN ('moodline'::regrole, 'pg_database_owner'::regrole) AND (nspname !~ '^pg_' AND oid >= 16384 OR nspname = 'public')
  UNION ALL SELECT 'database' FROM pg_database WHERE datname = current_database() AND datdba <> 'moodline'::regrole`;

describe('the role of the product on the embedded server', () => {
  let dataDir: string;
  let server: EmbeddedDatabase;
  let urls: EmbeddedUrls;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'moodline-owner-'));
    chmodSync(dataDir, 0o711);
    server = new EmbeddedDatabase(dataDir, ['fsync=off', 'full_page_writes=off']);
    urls = await server.start();
    await migrate(urls.url, PRISMA);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('owns its database and everything in it', async () => {
    expect(await ask(urls.url, 'SELECT current_user::text AS name')).toEqual([{ name: 'moodline' }]);
    expect(await ask(urls.administratorUrl, OF_OTHERS)).toEqual([]);
  });

  it('is nothing else: it may make neither roles nor databases, and is a member of no role', async () => {
    const rights = `SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = 'moodline'`;
    expect(Object.values((await ask<Record<string, boolean>>(urls.url, rights))[0] ?? {})).toEqual(
      Array(5).fill(false),
    );
    expect(await ask(urls.url, `SELECT roleid FROM pg_auth_members WHERE member = 'moodline'::regrole`)).toEqual([]);
  });

  it.each([
    `COPY workspace FROM PROGRAM 'id'`,
    `COPY workspace TO '/tmp/rows'`,
    `SELECT pg_read_file('PG_VERSION')`,
    `SELECT pg_ls_dir('.')`,
    `SELECT * FROM pg_authid`,
    `SELECT lo_import('/etc/passwd')`,
    'CREATE ROLE other',
    'CREATE DATABASE other',
    'ALTER ROLE moodline SUPERUSER',
    "ALTER SYSTEM SET log_statement = 'all'",
    `SET session_replication_role = 'replica'`,
    `CREATE FUNCTION run() RETURNS int LANGUAGE c AS 'libc.so.6', 'system'`,
    'SET ROLE postgres',
  ])('may not say %s', async (sql) => {
    await expect(ask(urls.url, sql)).rejects.toThrow(DENIED);
  });

  it('reaches no other database of the server, and its password opens no other role', async () => {
    for (const name of ['postgres', 'template1'])
      await expect(ask(inDatabase(urls.url, name), 'SELECT 1')).rejects.toThrow(DENIED);
    const asAdministrator = Object.assign(new URL(urls.url), { username: 'postgres' }).href;
    await expect(ask(asAdministrator, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  describe('in the audit trail', () => {
    const written = `INSERT INTO audit_event (workspace_id, action, object, who, by, address) VALUES (1, 'add', 'x', 'Ann', 'session', '') RETURNING id`;
    beforeAll(async () => {
      await prepareReader(urls, 'reader', HIDDEN);
      for (let start = 0; start < 2; start++) await makeAppendOnly(urls.administratorUrl, 'moodline', ['audit_event']);
      await ask(urls.url, written);
    });

    it('adds and reads', async () => {
      expect(await ask(urls.url, written)).toEqual([{ id: '2' }]);
      expect(await ask(urls.url, 'SELECT who FROM audit_event')).toHaveLength(2);
    });

    it.each([
      `UPDATE audit_event SET who = 'x'`,
      'DELETE FROM audit_event',
      'TRUNCATE audit_event',
      'ALTER TABLE audit_event DISABLE TRIGGER USER',
      'DROP TRIGGER audit_event_stays ON audit_event',
      'GRANT DELETE ON audit_event TO moodline; DELETE FROM audit_event',
      'DROP POLICY product ON audit_event',
      `SELECT setval('audit_event_id_seq', 1)`,
      'COPY audit_event FROM STDIN',
    ])('may not say %s', async (sql) => {
      await expect(ask(urls.url, sql)).rejects.toThrow(/permission denied|must be owner|row-level security/);
    });

    it('is given back for the migrations of the next start', async () => {
      await server.stop();
      urls = await server.start();
      expect(await ask(urls.administratorUrl, OF_OTHERS)).toEqual([]);
      await ask(urls.url, 'ALTER TABLE audit_event ADD COLUMN later int; ALTER TABLE audit_event DROP COLUMN later');
      await makeAppendOnly(urls.administratorUrl, 'moodline', ['audit_event']);
      await expect(ask(urls.url, 'DELETE FROM audit_event')).rejects.toThrow('permission denied');
    });
  });

  describe('in a data folder of a version that worked as the administrator', () => {
    beforeAll(async () => {
      const outside = inDatabase(urls.administratorUrl, 'postgres');
      for (const sql of ['DROP DATABASE moodline', 'DROP ROLE moodline', 'CREATE DATABASE moodline'])
        await ask(outside, sql);
      const { administratorUrl } = urls;
      await migrate(administratorUrl, PRISMA);
      const boss = new PgBoss({ connectionString: administratorUrl, supervise: false, schedule: false });
      await boss.start();
      await boss.createQueue('crawl');
      await boss.send('crawl', { run: 7 });
      await boss.stop();
      await ask(
        administratorUrl,
        `INSERT INTO workspace (name, time_zone) VALUES ('Former', 'UTC');
         CREATE TYPE apart AS ENUM ('a'); CREATE SEQUENCE free; CREATE VIEW names AS SELECT name FROM workspace;
         CREATE MATERIALIZED VIEW kept AS SELECT 1 AS one; CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
         CREATE TABLE "Odd ""name""" (id int GENERATED ALWAYS AS IDENTITY, kind apart); CREATE STATISTICS odd ON id, kind FROM "Odd ""name""";`,
      );
      // As a restore left it, which exchanges the schemas.
      await ask(administratorUrl, 'ALTER SCHEMA public OWNER TO postgres');
      // The rights of the reader, as that version gave them.
      await prepareReader({ url: administratorUrl }, 'reader of before', HIDDEN);
      await server.stop();
      urls = await server.start();
    });

    it('has got everything', async () => {
      expect(await ask(urls.administratorUrl, OF_OTHERS)).toEqual([]);
      expect(await ask(urls.url, 'SELECT name FROM workspace')).toEqual([{ name: 'Former' }]);
    });

    it('works on: up to date, writes, queues, and gives the reader its rights', async () => {
      expect(await migrate(urls.url, PRISMA)).toEqual([]);
      await ask(urls.url, `INSERT INTO workspace (name, time_zone) VALUES ('Next', 'UTC')`);
      const boss = new PgBoss({ connectionString: urls.url, supervise: false, schedule: false });
      await boss.start();
      await boss.createQueue('other');
      expect((await boss.fetch<{ run: number }>('crawl'))[0]?.data).toEqual({ run: 7 });
      await boss.stop();
      expect(await prepareReader(urls, 'reader of before', HIDDEN)).toMatchObject({ ownRole: true, rowSecurity: true });
    });

    it('has nothing to get at the start after that', async () => {
      expect(await transferOwnership(urls.administratorUrl, 'moodline')).toEqual([]);
      await server.stop();
      urls = await server.start();
      expect(await ask(urls.url, 'SELECT count(*)::int AS n FROM workspace')).toEqual([{ n: 2 }]);
    });
  });
});
