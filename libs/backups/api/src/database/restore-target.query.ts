import { migrationNames } from '@moodline/shared/db';
import type { Client } from 'pg';
import { connect, STAGING } from './restore-connection';

/** What a restore finds before it begins, or what one that was killed has left. */
export class RestoreTarget {
  constructor(private readonly url: string) {}

  /** Names of the workspaces that are there; none in an empty database. */
  async workspaces(): Promise<string[]> {
    return this.ask(async (client) => {
      const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('workspace') IS NOT NULL AS there`);
      if (!rows[0]?.there) return [];
      const found = await client.query<{ name: string }>('SELECT name FROM workspace ORDER BY workspace_id');
      return found.rows.map(({ name }) => name);
    });
  }

  /** How many other connections the database has. Of those of other roles only an administrator is told what kind they are. */
  async others(): Promise<number> {
    return this.ask(async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n
         FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()
           AND usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend'`,
      );
      return rows[0]?.n ?? 0;
    });
  }

  /** Whether a backup was being loaded and has not taken its place. */
  async hasStaging(): Promise<boolean> {
    return this.ask(async (client) => {
      const { rowCount } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [STAGING]);
      return rowCount === 1;
    });
  }

  async dropStaging(): Promise<void> {
    await this.ask((client) => client.query(`DROP SCHEMA IF EXISTS ${STAGING} CASCADE`));
  }

  private async ask<Value>(work: (client: Client) => Promise<Value>): Promise<Value> {
    const client = await connect(this.url, 'public');
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

/** The first of these migrations that this Moodline does not have. */
export async function unknownMigration(prismaDir: string, migrations: readonly string[]): Promise<string | undefined> {
  const known = new Set(await migrationNames(prismaDir));
  return migrations.find((name) => !known.has(name));
}
