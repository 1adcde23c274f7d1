import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BackedUpTable, BackupEnd, Manifest } from '../format/facts';
import { ROW_FORMAT } from './row-format';

/**
 * Tables whose rows stay behind: sign-ins and one-time links would come to life again on another machine, and the migrations that were
 * applied are written by the migration engine.
 */
const LEFT_OUT: readonly string[] = ['_prisma_migrations', 'session', 'access_token'];

/** Everything that the database held at one moment, while others go on writing. */
export class DatabaseSnapshot {
  private constructor(private readonly client: Client) {}

  static async open(url: string): Promise<DatabaseSnapshot> {
    const client = new Client({ connectionString: url });
    // A lost connection fails the query that runs; without a listener it would end the process as well.
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${ROW_FORMAT}`);
    return new DatabaseSnapshot(client);
  }

  async workspaces(): Promise<Manifest['workspaces']> {
    return this.all(`SELECT name
       FROM workspace
       ORDER BY workspace_id`);
  }

  /** Names of the migrations that were applied. */
  async migrations(): Promise<string[]> {
    const rows = await this.all<{ name: string }>(
      `SELECT migration_name AS name
       FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
       ORDER BY migration_name`,
    );
    return rows.map(({ name }) => name);
  }

  /** All tables with the columns that rows are made of; generated ones are not. */
  async tables(): Promise<BackedUpTable[]> {
    return this.all(
      `SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       WHERE c.relkind = 'r' AND c.relname <> ALL ($1)
       GROUP BY c.relname
       ORDER BY c.relname`,
      [LEFT_OUT],
    );
  }

  /** The rows of a table, in the text format of COPY. @returns how many there were, at the end */
  async *rows({ table, columns }: BackedUpTable): AsyncGenerator<Buffer, number> {
    const names = columns.map((name) => this.client.escapeIdentifier(name)).join(', ');
    const copy = this.client.query(copyTo(`COPY ${this.client.escapeIdentifier(table)} (${names}) TO STDOUT`));
    for await (const chunk of copy) yield chunk as Buffer;
    return copy.rowCount;
  }

  /** Where the sequences stand; they go on while the snapshot stands still, so they are read last. */
  async sequences(): Promise<BackupEnd['sequences']> {
    return this.all(
      `SELECT sequencename AS name, last_value::text AS value
       FROM pg_sequences
       WHERE schemaname = current_schema() AND last_value IS NOT NULL
       ORDER BY sequencename`,
    );
  }

  /** Ends it, also in the middle of a table. */
  async close(): Promise<void> {
    await this.client.end();
  }

  private async all<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, parameters)).rows;
  }
}
