import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils';
import { Pool, type DatabaseError } from 'pg';
import { DatabaseStartError } from './embedded-database';

/** The database has migrations that this Moodline does not know: a newer one has used it. Nothing was changed. */
export class NewerDatabaseError extends DatabaseStartError {
  constructor(readonly unknown: readonly string[]) {
    super(
      `The database was used by a newer Moodline (${unknown[0]}${unknown.length > 1 ? ` and ${unknown.length - 1} more` : ''}). Nothing was changed. Start that version again; to go back to this one, restore a backup that it made.`,
    );
  }
}

/** Which migrations, and where. */
export interface MigrateOptions {
  /** Schema of the database; by default the one of the connection. */
  readonly schema?: string;
  /** Only these; by default all. */
  readonly only?: ReadonlySet<string>;
}

/**
 * Brings a database to the newest schema with Prisma's own engine (its WebAssembly build, so that no binary is
 * downloaded) and its bookkeeping table `_prisma_migrations`. Safe to run twice and from two processes at once.
 * @param prismaDir folder that holds schema.prisma, models/ and migrations/
 * @returns names of the migrations that were applied now
 * @throws NewerDatabaseError
 */
export async function migrate(url: string, prismaDir: string, options: MigrateOptions = {}): Promise<string[]> {
  const { SchemaEngine } = await import('@prisma/schema-engine-wasm');
  const { schema, only } = options;
  // The engine never closes its connections by itself, so they belong to a pool of ours.
  const pool = new Pool({
    connectionString: url,
    max: 2,
    allowExitOnIdle: true,
    ...(schema && { options: searchPath(schema) }),
  });
  try {
    await requireKnownMigrations(pool, prismaDir);
    const factory = bindMigrationAwareSqlAdapterFactory(withWholeScripts(pool, schema));
    const engine = await SchemaEngine.new({ datamodels: await readSchema(prismaDir) }, () => undefined, factory);
    const result = await engine.applyMigrations({
      migrationsList: await readMigrations(prismaDir, only),
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.appliedMigrationNames;
  } finally {
    await pool.end();
  }
}

/**
 * The driver with scripts that are sent whole. By itself it cuts them at each semicolon, also within functions, and sends the parts over
 * whichever connections are free; sent whole, a migration is one transaction: it is applied, or nothing of it.
 */
function withWholeScripts(pool: Pool, schema?: string): PrismaPg {
  const factory = new PrismaPg(pool, schema ? { schema } : {});
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: DatabaseError) => {
        const { message, code = '', severity = 'ERROR', detail, column, hint } = error;
        throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
      });
    };
    return adapter;
  };
  return factory;
}

/** Path and text of each schema file. */
async function readSchema(prismaDir: string): Promise<[string, string][]> {
  const models = (await readdir(join(prismaDir, 'models')))
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => join('models', name));
  const files = ['schema.prisma', ...models.sort()].map((name) => join(prismaDir, name));
  return Promise.all(files.map(async (file): Promise<[string, string]> => [file, await readFile(file, 'utf8')]));
}

/** The start option by which all names of a connection mean those of a schema. */
export const searchPath = (schema: string) => `-c search_path=${schema}`;

/** Names of all migrations, the first one first. */
export async function migrationNames(prismaDir: string): Promise<string[]> {
  const entries = await readdir(join(prismaDir, 'migrations'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function requireKnownMigrations(pool: Pool, prismaDir: string): Promise<void> {
  const { rows: found } = await pool.query(`SELECT to_regclass('_prisma_migrations') AS "table"`);
  if (!(found[0] as { table: string | null }).table) return;
  const { rows } = await pool.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  );
  const known = new Set(await migrationNames(prismaDir));
  const unknown = (rows as { name: string }[]).map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length) throw new NewerDatabaseError(unknown);
}

async function readMigrations(prismaDir: string, only?: ReadonlySet<string>) {
  const baseDir = join(prismaDir, 'migrations');
  const names = (await migrationNames(prismaDir)).filter((name) => only?.has(name) ?? true);
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  );
  const lockfile = {
    path: 'migration_lock.toml',
    content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8'),
  };
  return { baseDir, lockfile, shadowDbInitScript: '', migrationDirectories };
}
