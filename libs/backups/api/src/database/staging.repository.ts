import type { Writable } from 'node:stream';
import { carryForgotten, forgottenBefore, type AskDatabase, type ForgottenList } from '@moodline/comments/api';
import { DELIVERIES_AFTER_RESTORE } from '@moodline/notify/api';
import { migrate } from '@moodline/shared/db';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BackedUpTable, BackupEnd } from '../format/facts';
import { connect, STAGING } from './restore-connection';
import { ROW_FORMAT } from './row-format';

const REPLACED = 'moodline_replaced';

/**
 * A schema beside the one in use, into which a backup is loaded. It takes the other one's place in one transaction, so a restore that is
 * killed at any point leaves either the former data or the new ones.
 */
export class StagingSchema {
  /** Statements that make what was taken away for loading, to be run after it. */
  private afterwards: string[] = [];

  private constructor(
    private readonly client: Client,
    private readonly url: string,
    private readonly prismaDir: string,
  ) {}

  /** Makes it, empty, with the tables as they were after these migrations. */
  static async make(url: string, prismaDir: string, migrations: readonly string[]): Promise<StagingSchema> {
    const client = await connect(url, STAGING);
    try {
      await client.query(`DROP SCHEMA IF EXISTS ${STAGING} CASCADE`);
      await client.query(`CREATE SCHEMA ${STAGING}`);
      await migrate(url, prismaDir, { schema: STAGING, only: new Set(migrations) });
      await client.query(`${ROW_FORMAT}; SET maintenance_work_mem = '128MB'`);
      const staging = new StagingSchema(client, url, prismaDir);
      await staging.clear();
      return staging;
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  /** Takes the rows of a table, in the text format of COPY. */
  load({ table, columns }: BackedUpTable): Writable & { readonly rowCount: number } {
    const names = columns.map((name) => this.client.escapeIdentifier(name)).join(', ');
    return this.client.query(copyFrom(`COPY ${this.client.escapeIdentifier(table)} (${names}) FROM STDIN`));
  }

  /** Brings indexes, triggers and sequences back, and the schema up to date. */
  async complete(sequences: BackupEnd['sequences']): Promise<void> {
    for (const { name, value } of sequences)
      await this.client.query('SELECT setval(quote_ident($1)::regclass, $2::bigint)', [name, value]);
    for (const statement of this.afterwards) await this.client.query(statement);
    await migrate(this.url, this.prismaDir, { schema: STAGING });
    await this.client.query(DELIVERIES_AFTER_RESTORE);
    await this.client.query(`ANALYZE ${(await this.tables()).join(', ')}`);
  }

  /** Who and what was forgotten in the data in use. */
  forgottenBefore(): Promise<ForgottenList | null> {
    return forgottenBefore(this.ask);
  }

  /** See `carryForgotten`; once it is complete. */
  async carryForgotten(key: Buffer, list: ForgottenList): Promise<number> {
    await this.client.query('BEGIN');
    const carried = await carryForgotten(this.ask, key, list);
    await this.client.query('COMMIT');
    return carried;
  }

  /** Puts it in the place of the data in use, which are gone then. */
  async swap(): Promise<void> {
    await this.client.query('BEGIN');
    await this.client.query(`ALTER SCHEMA public RENAME TO ${REPLACED}`);
    await this.client.query(`ALTER SCHEMA ${STAGING} RENAME TO public`);
    await this.client.query(`DROP SCHEMA ${REPLACED} CASCADE`);
    await this.client.query('COMMIT');
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  /**
   * Empties the tables of what migrations put into them, and takes away what would be done for each row: triggers, which have done their
   * work on these rows before they were backed up, and indexes, which are made faster at the end. Tables do not refer to each other by
   * foreign keys, so their order does not matter.
   */
  private async clear(): Promise<void> {
    const { rows: indexes } = await this.client.query<Record<'drop' | 'make', string>>(
      `SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS drop,
         concat_ws('; ', pg_get_indexdef(i.indexrelid), (
           SELECT string_agg(format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s', i.indexrelid::regclass, a.attnum, a.attstattarget), '; ')
           FROM pg_attribute a
           WHERE a.attrelid = i.indexrelid AND a.attstattarget >= 0)) AS make
       FROM pg_index i
       JOIN pg_class c ON c.oid = i.indexrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
       WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)`,
    );
    const tables = await this.tables();
    for (const { drop } of indexes) await this.client.query(drop);
    for (const name of tables) await this.client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER; TRUNCATE ${name}`);
    this.afterwards = [
      ...indexes.map(({ make }) => make),
      ...tables.map((name) => `ALTER TABLE ${name} ENABLE TRIGGER USER`),
    ];
  }

  private readonly ask: AskDatabase = async <Row extends object>(sql: string, parameters: unknown[] = []) =>
    (await this.client.query<Row>(sql, parameters)).rows;

  /** All tables of the product, as they are written in a statement. */
  private async tables(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name
       FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
       WHERE c.relkind = 'r' AND c.relname <> '_prisma_migrations'
       ORDER BY c.relname`,
    );
    return rows.map(({ name }) => name);
  }
}
