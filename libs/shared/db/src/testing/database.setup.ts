import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabase } from '../embedded-database';
import { migrate } from '../migrations';

const running = globalThis as { testDatabase?: { server: EmbeddedDatabase; dataDir: string } };

/** Jest global set-up of every `api` project: one PostgreSQL for the whole run, with a migrated database to copy from. */
export default async function setUp(): Promise<void> {
  if (running.testDatabase) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'moodline-test-'));
  // Run as root, the server is another user; a folder it cannot pass would send its files elsewhere, where they stay.
  chmodSync(dataDir, 0o711);
  const server = new EmbeddedDatabase(dataDir, ['fsync=off', 'full_page_writes=off']);
  running.testDatabase = { server, dataDir };
  const { url, administratorUrl } = await server.start();
  process.env['TEST_DATABASE_URL'] = url;
  process.env['TEST_ADMINISTRATOR_URL'] = administratorUrl;
  await migrate(url, join(__dirname, '../../../../../prisma'));
}
