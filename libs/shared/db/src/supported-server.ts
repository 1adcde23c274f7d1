import { Client } from 'pg';
import { DatabaseStartError } from './embedded-database';

const MINIMUM_VERSION = 150_000;

/** Checks an external server before it is used. @throws DatabaseStartError when it cannot be reached or is too old */
export async function requireSupportedServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
      `SELECT current_setting('server_version_num') AS server_version_num, current_setting('server_version') AS server_version`,
    );
    if (Number(rows[0]?.server_version_num) < MINIMUM_VERSION)
      throw new DatabaseStartError(
        `The PostgreSQL of DATABASE_URL is version ${rows[0]?.server_version}; Moodline needs 15 or newer.`,
      );
  } catch (error) {
    if (error instanceof DatabaseStartError) throw error;
    throw new DatabaseStartError(
      `The PostgreSQL of DATABASE_URL does not answer (${(error as Error).message}). Check the address, the password and that it runs.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
