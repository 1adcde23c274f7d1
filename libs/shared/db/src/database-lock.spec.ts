import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');
const OWN = 'libs/shared/db/src/database-lock';

describe('advisory locks', () => {
  it('are taken through the one list of them', () => {
    const files = globSync(['libs/**/*.ts', 'apps/**/*.ts', 'tools/**/*.cjs', 'e2e/**/*.ts', 'prisma/**/*.sql'], {
      cwd: ROOT,
      exclude: (path) => path.includes('node_modules') || path.includes('generated'),
    });
    const taking = files.filter((file) => /pg_(try_)?advisory_\w*lock/u.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(files.length).toBeGreaterThan(500);
    expect(taking.filter((file) => !file.startsWith(OWN))).toEqual([]);
    expect(taking).toContain(`${OWN}.ts`);
  });
});
