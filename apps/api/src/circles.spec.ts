import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../../..');

/** Files of this tree that a file imports in any way: values, types, `import()` and re-exports. */
function imports(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'), true, false)
    .importedFiles.map(({ fileName }) => resolve(fileName, file))
    .filter((target) => target !== undefined);
}

function resolve(name: string, from: string): string | undefined {
  if (name.startsWith('@moodline/')) return join(ROOT, 'libs', name.slice('@moodline/'.length), 'src/index.ts');
  if (!name.startsWith('.')) return undefined;
  const base = join(dirname(from), name);
  return [`${base}.ts`, join(base, 'index.ts')].find((path) => existsSync(path));
}

/** The strongly connected parts of a graph that have more than one member (Tarjan 1972), each sorted by name. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const members = stack.splice(stack.indexOf(node));
    if (members.length > 1) found.push(members.sort());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

describe('circles of imports', () => {
  it('are found in a graph that has one', () => {
    const graph = { a: ['b'], b: ['c'], c: ['b', 'd'], d: [] };
    expect(circles(new Map(Object.entries(graph)))).toEqual([['b', 'c']]);
  });

  it('exist nowhere in the tree, imports of types and lazy ones counted', () => {
    const files = globSync('{apps,libs}/**/*.ts', { cwd: ROOT }).filter((file) => !/\/(dist|generated)\//.test(file));
    expect(files.length).toBeGreaterThan(900);
    const graph = new Map(files.map((file) => [join(ROOT, file), imports(join(ROOT, file))]));
    const names = circles(graph).map((members) => members.map((member) => relative(ROOT, member)));
    expect(names).toEqual([]);
  });
});
