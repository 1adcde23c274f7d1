import { rm } from 'node:fs/promises';
import type { EmbeddedDatabase } from '../embedded-database';

const running = globalThis as { testDatabase?: { server: EmbeddedDatabase; dataDir: string } };

/** Jest global teardown: stops the PostgreSQL of `database.setup.ts` and removes its folder. */
export default async function tearDown(): Promise<void> {
  const { testDatabase } = running;
  if (!testDatabase) return;
  running.testDatabase = undefined;
  await testDatabase.server.stop();
  await rm(testDatabase.dataDir, { recursive: true, force: true });
}
