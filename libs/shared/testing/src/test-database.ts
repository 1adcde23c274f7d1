import { randomBytes } from 'node:crypto';
import { Database } from '@moodline/shared/db';
import { Client } from 'pg';

/** A migrated database of one spec file, with one workspace in it. */
export interface TestDatabase {
  readonly database: Database;
  /** As the role that owns the database and nothing else, as the product works. */
  readonly url: string;
  /** As the administrator of the server, in the same database. */
  readonly administratorUrl: string;
  readonly workspaceId: number;
  /** Makes a source and a run in it, for specs that need comments to belong somewhere. */
  source(name?: string): Promise<{ sourceId: number; runId: number }>;
  close(): Promise<void>;
}

/** Copies the migrated template. Call in `beforeAll`, and `close()` in `afterAll`. The workspace's zone is Asia/Shanghai unless told. */
export async function createTestDatabase(timeZone = 'Asia/Shanghai'): Promise<TestDatabase> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const [url, administratorUrl] = ['TEST_DATABASE_URL', 'TEST_ADMINISTRATOR_URL'].map((variable) =>
    Object.assign(new URL(process.env[variable] ?? ''), { pathname: `/${name}` }),
  ) as [URL, URL];
  await administer(administratorUrl, `CREATE DATABASE ${name} TEMPLATE moodline OWNER ${url.username}`);
  const database = new Database(url.href);
  const { id: workspaceId } = await database.workspace.create({ data: { name: 'Spec', timeZone } });
  return {
    database,
    url: url.href,
    administratorUrl: administratorUrl.href,
    workspaceId,
    async source(sourceName = 'Forum') {
      const source = await database.source.create({ data: { workspaceId, kind: 'file', name: sourceName } });
      const run = await database.crawlRun.create({
        data: { workspaceId, sourceId: source.id, trigger: 'import', status: 'done' },
      });
      return { sourceId: source.id, runId: run.id };
    },
    async close() {
      await database.$disconnect();
      await administer(administratorUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function administer(administratorUrl: URL, sql: string): Promise<void> {
  const url = new URL(administratorUrl);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
