import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '@moodline/shared/testing';
import { Client } from 'pg';
import { writeBackup } from '../backup-writer';
import { DatabaseSnapshot } from '../database/database-snapshot.query';
import { InstallationFiles } from '../restore/installation-files';
import { restoreBackup, type Restored } from '../restore/backup-restorer';

export const PRISMA = join(__dirname, '../../../../../prisma');
export const PASSPHRASE = 'a passphrase for specs';

const CHEAP = { logN: 1, r: 1, p: 1 };

/** Databases and folders of a spec, made and removed together. */
export class BackupBench {
  private readonly root = mkdtempSync(join(tmpdir(), 'moodline-backup-'));
  private readonly databases: string[] = [];
  private readonly owner: URL;
  private readonly administrator: URL;

  /** @param server on which databases are made */
  constructor({ url, administratorUrl }: Pick<TestDatabase, 'url' | 'administratorUrl'>) {
    this.owner = new URL(url);
    this.administrator = new URL(administratorUrl);
  }

  /** A path that is free. */
  path(name: string): string {
    return join(this.root, `${randomBytes(4).toString('hex')}-${name}`);
  }

  /** A database without any table. */
  async emptyDatabase(): Promise<string> {
    const name = `backup_${randomBytes(6).toString('hex')}`;
    await this.administer(`CREATE DATABASE ${name} TEMPLATE template0 OWNER ${this.owner.username}`);
    this.databases.push(name);
    return this.urlOf(name);
  }

  files(dataDir = this.path('data')): InstallationFiles {
    return new InstallationFiles({ dataDir });
  }

  /** @returns the file */
  async backUp(url: string, files = this.files()): Promise<string> {
    const file = this.path('moodline.backup');
    await writeBackup({ url, keys: files.read(), passphrase: PASSPHRASE, cost: CHEAP }, createWriteStream(file));
    return file;
  }

  /** Restores without being asked. */
  restore(file: string, url: string, files = this.files(), passphrase = PASSPHRASE): Promise<Restored> {
    const talk = { confirm: () => Promise.resolve(), progress: () => undefined };
    return restoreBackup(file, passphrase, { url, prismaDir: PRISMA, files }, talk);
  }

  async ask<Row>(url: string, sql: string): Promise<Row[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** Of each table that is backed up: how many rows it has, and a sum of them in any order. */
  async sums(url: string): Promise<Record<string, string>> {
    const snapshot = await DatabaseSnapshot.open(url);
    try {
      const sums: Record<string, string> = {};
      for (const table of await snapshot.tables()) {
        const chunks: Buffer[] = [];
        for await (const chunk of snapshot.rows(table)) chunks.push(chunk);
        const lines = Buffer.concat(chunks).toString().split('\n').sort();
        const sum = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
        sums[table.table] = `${lines.length - 1} ${sum}`;
      }
      return sums;
    } finally {
      await snapshot.close();
    }
  }

  /** Everything that the schema consists of, as the catalog describes it. */
  async schema(url: string): Promise<string[]> {
    const rows = await this.ask<{ line: string }>(
      url,
      `SELECT indexdef || coalesce(' ' || (SELECT string_agg(attstattarget::text, ',') FROM pg_attribute WHERE attrelid = format('%I.%I', schemaname, indexname)::regclass), '') AS line FROM pg_indexes WHERE schemaname = 'public'
       UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
       UNION ALL SELECT pg_get_triggerdef(oid) || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || coalesce(column_default, '') FROM information_schema.columns WHERE table_schema = 'public'
       UNION ALL SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'
       ORDER BY 1`,
    );
    return rows.map(({ line }) => line);
  }

  async close(): Promise<void> {
    for (const name of this.databases) await this.administer(`DROP DATABASE ${name} WITH (FORCE)`);
    rmSync(this.root, { recursive: true, force: true });
  }

  private urlOf(database: string): string {
    return Object.assign(new URL(this.owner), { pathname: `/${database}` }).href;
  }

  private async administer(sql: string): Promise<void> {
    await this.ask(Object.assign(new URL(this.administrator), { pathname: '/postgres' }).href, sql);
  }
}
