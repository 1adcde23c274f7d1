// node tools/new-migration.mjs NAME URL
// Writes prisma/migrations/<time>_NAME/migration.sql: what leads from the committed schema to the one in the
// working tree. Both sides are schema files; URL names any PostgreSQL that runs, because the engine wants to
// ask for its version. Nothing in it is read or changed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';

const [, , name, url] = process.argv;
if (!/^[a-z][a-z0-9_]*$/.test(name ?? '') || !url) {
  console.error('Give the migration a name in snake_case: node tools/new-migration.mjs add_monitor postgresql://…');
  process.exit(1);
}
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' });
const working = ['prisma/schema.prisma', ...readdirSync('prisma/models').map((file) => `prisma/models/${file}`)].map(
  (path) => ({ path, content: readFileSync(path, 'utf8') }),
);
const hasMigrations = existsSync('prisma/migrations/migration_lock.toml');
const committed = hasMigrations
  ? git('ls-tree', '-r', '--name-only', 'HEAD', 'prisma')
      .split('\n')
      .filter((path) => path.endsWith('.prisma'))
      .map((path) => ({ path, content: git('show', `HEAD:${path}`) }))
  : [];
const engine = await SchemaEngine.new(
  { datamodels: working.map(({ path, content }) => [path, content]) },
  () => undefined,
  bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url })),
);
const { stdout } = await engine.diff({
  from: committed.length ? { tag: 'schemaDatamodel', files: committed } : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: working },
  script: true,
  shadowDatabaseUrl: null,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = join('prisma/migrations', `${stamp}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'migration.sql'), stdout);
writeFileSync('prisma/migrations/migration_lock.toml', 'provider = "postgresql"\n');
console.log(`${folder}/migration.sql: read it before you commit it.`);
process.exit(0);
