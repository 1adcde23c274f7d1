import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils';
import { Pool, type DatabaseError } from 'pg';

/**
 * Brings a database to the newest schema with Prisma's own engine (its WebAssembly build, so that no binary is
 * downloaded) and its bookkeeping table `_prisma_migrations`. Safe to run twice and from two processes at once.
 * @param prismaDir folder that holds schema.prisma, models/ and migrations/
 * @returns names of the migrations that were applied now
 */
export async function migrate(url: string, prismaDir: string): Promise<string[]> {
  const { SchemaEngine } = await import('@prisma/schema-engine-wasm');
  // The engine never closes its connections by itself, so they belong to a pool of ours.
  const pool = new Pool({ connectionString: url, max: 2, allowExitOnIdle: true });
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(withWholeScripts(pool));
    const engine = await SchemaEngine.new({ datamodels: await readSchema(prismaDir) }, () => undefined, factory);
    const result = await engine.applyMigrations({
      migrationsList: await readMigrations(prismaDir),
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
function withWholeScripts(pool: Pool): PrismaPg {
  const factory = new PrismaPg(pool);
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

async function readMigrations(prismaDir: string) {
  const baseDir = join(prismaDir, 'migrations');
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
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
