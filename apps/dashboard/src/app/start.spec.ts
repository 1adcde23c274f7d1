import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '../../../..');

/** What a file imports for its values, statically: `import type` is gone in the build, `import()` is loaded later. */
function imported(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)';/gms)].map(([, name]) => name as string);
}

/** The file of the tree that an import names; null for a package. */
function fileOf(name: string, from: string): string | null {
  if (name.startsWith('.'))
    return [`${name}.ts`, `${name}/index.ts`].map((path) => join(dirname(from), path)).find(existsSync) ?? null;
  if (!name.startsWith('@moodline/')) return null;
  const [, project, door = 'index'] = /^@moodline\/(.*?)(?:\/(start|words|i18n\/\w+))?$/.exec(name) ?? [];
  return join(root, `libs/${project}/src/${door}.ts`);
}

/** Everything that is loaded with `main.ts`: files of the tree, and packages by name. */
function loadedAtStart(): { readonly files: string[]; readonly packages: string[] } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const walk = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const name of imported(file)) {
      const next = fileOf(name, file);
      if (next) walk(next);
      else packages.add(name);
    }
  };
  walk(join(root, 'apps/dashboard/src/main.ts'));
  return { files: [...files].map((file) => relative(root, file)), packages: [...packages].sort() };
}

describe('the start of the dashboard', () => {
  const { files, packages } = loadedAtStart();

  it('loads no widgets and no charts', () => {
    expect(packages).toContain('@angular/router');
    expect(packages.filter((name) => /^(@angular\/(cdk|material|animations)|chart\.js)/.test(name))).toEqual([]);
  });

  it('loads no words and no door of a whole domain', () => {
    expect(files).toContain('libs/accounts/web/src/start.ts');
    expect(
      files.filter((file) => /\/i18n\/(en|zh|ja)\.ts$|\/web\/src\/index\.ts$|shared\/ui\/src\/index\.ts$/.test(file)),
    ).toEqual([]);
  });
});
