import { randomBytes } from 'node:crypto';
import { Database } from '@moodline/shared/db';
import { Client } from 'pg';

/** A migrated database of one spec file, with one workspace in it. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  readonly workspaceId: number;
  /** Makes a source and a run in it, for specs that need comments to belong somewhere. */
  source(name?: string): Promise<{ sourceId: number; runId: number }>;
  close(): Promise<void>;
}

/** Copies the migrated template. Call in `beforeAll`, and `close()` in `afterAll`. The workspace's zone is Asia/Shanghai unless told. */
export async function createTestDatabase(timeZone = 'Asia/Shanghai'): Promise<TestDatabase> {
  const template = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await administer(template, `CREATE DATABASE ${name} TEMPLATE moodline`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  const database = new Database(url.href);
  const { id: workspaceId } = await database.workspace.create({ data: { name: 'Spec', timeZone } });
  return {
    database,
    url: url.href,
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
      await administer(template, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function administer(template: URL, sql: string): Promise<void> {
  const url = new URL(template);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
