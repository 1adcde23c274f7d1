import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(__dirname, '../../..');
/** Requirements of level 1 and 2 in each chapter of OWASP ASVS 4.0.3. */
const REQUIREMENTS = [38, 53, 18, 9, 30, 13, 12, 15, 7, 5, 8, 15, 13, 23];

describe('the table of ASVS', () => {
  const text = readFileSync(join(ROOT, 'docs/asvs.md'), 'utf8');
  const rows = [...text.matchAll(/^\| ((?:\d+\.\d+\.\d+(?:, )?)+) \| (met|open|n\/a) +\| (.+) \|$/gm)].map(
    ([, ids = '', state = '', reason = '']) => ({ ids: ids.split(', '), state, reason }),
  );
  const ids = rows.flatMap((row) => row.ids);
  const count = (state: string) => rows.filter((row) => row.state === state).flatMap((row) => row.ids).length;

  it('has every requirement of level 2 once', () => {
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    expect(REQUIREMENTS.map((_, index) => ids.filter((id) => id.startsWith(`${index + 1}.`)).length)).toEqual(
      REQUIREMENTS,
    );
  });

  it('says how many are met', () => {
    const [met, open, none] = ['met', 'open', 'n/a'].map(count);
    expect(text).toContain(`Now: ${met} of ${Number(met) + Number(open)} met, ${open} open, ${none} not applicable`);
  });

  it('names tests that are there', () => {
    const tests = new Set(
      globSync(['{libs,apps}/**/*.spec.ts', 'e2e/**/*.{e2e,hostile}.ts'], { cwd: ROOT }).map((file) =>
        basename(file, '.ts'),
      ),
    );
    const named = [...text.matchAll(/`([\w.-]+\.(?:spec|e2e|hostile))`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((name) => !tests.has(name))).toEqual([]);
  });
});
