import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(__dirname, '../../..');

interface Use {
  readonly file: string;
  readonly table: string;
  readonly writes: boolean;
}

/** Which domain owns which table: the file of its Prisma model is named after the domain. */
function readTables(): { owners: Map<string, string>; models: Map<string, string> } {
  const owners = new Map<string, string>();
  const models = new Map<string, string>();
  for (const file of globSync('prisma/models/*.prisma', { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, model = '', body = ''] of text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)) {
      const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model;
      owners.set(table, basename(file, '.prisma'));
      models.set(model.charAt(0).toLowerCase() + model.slice(1), table);
    }
  }
  return { owners, models };
}

const { owners, models } = readTables();
const READING = /\b(?:FROM|JOIN|USING)\s+"?(\w+)"?/gi;
const WRITING = /\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE|LOCK\s+TABLE)\s+"?(\w+)"?/gi;
const MODEL_CALL = /\b(?!this\.)\w+\.(\w+)\s*\.\s*(find|count|aggregate|groupBy|create|update|upsert|delete)\w*\(/g;
const MODEL_READS: readonly string[] = ['find', 'count', 'aggregate', 'groupBy'];

/** Tables that a source reads and writes, in its SQL and by Prisma's models. */
export function usesIn(file: string, text: string): Use[] {
  const sql = [...text.matchAll(/`((?:[^`\\]|\\.)*)`/g)].map((match) => match[1] ?? '').join('\n');
  const use = (table: string | undefined, writes: boolean): Use[] =>
    table && owners.has(table) ? [{ file, table, writes }] : [];
  return [
    ...[...sql.matchAll(WRITING)].flatMap((match) => use(match[1], true)),
    ...[...sql.replaceAll(/DELETE\s+FROM/gi, '').matchAll(READING)].flatMap((match) => use(match[1], false)),
    ...[...text.matchAll(MODEL_CALL)].flatMap(([, model = '', call = '']) =>
      use(models.get(model), !MODEL_READS.includes(call)),
    ),
  ];
}

const domainOf = (file: string) => file.split('/')[1] ?? '';
const foreign = ({ file, table }: Use) => owners.get(table) !== domainOf(file);
const named = (uses: readonly Use[]) => [...new Set(uses.map(({ file, table }) => `${file}: ${table}`))].sort();

describe('the tables of a domain', () => {
  const files = globSync('libs/*/api/src/**/*.ts', { cwd: ROOT }).filter(
    (file) => !/\.(?:spec|eval|bench)\.ts$|\/(?:testing|spec|bench|demo)\//.test(file) && domainOf(file) !== 'shared',
  );
  const uses = files.flatMap((file) => usesIn(file, readFileSync(join(ROOT, file), 'utf8')));

  it('are seen in SQL and in calls of models', () => {
    const text =
      'a`UPDATE comment SET x = 1 FROM label l` + b.source.findMany({}) + c.run(`DELETE FROM label WHERE y`)';
    expect(usesIn('x', text).map(({ table, writes }) => `${writes ? 'writes' : 'reads'} ${table}`)).toEqual([
      'writes comment',
      'writes label',
      'reads label',
      'reads source',
    ]);
    expect(uses.length).toBeGreaterThan(150);
  });

  it('are written by that domain alone', () => {
    expect(named(uses.filter((use) => use.writes && foreign(use)))).toEqual([]);
  });

  it('are read by others in *.query.ts only', () => {
    const reads = uses.filter((use) => !use.writes && foreign(use) && !use.file.endsWith('.query.ts'));
    expect(named(reads)).toEqual([]);
  });
});
