/**
 * What the bundled model writes in its roles, and what a program can see to be wrong with it, before and after the checkers:
 * `npm run eval -- roles`, with `--role support`, `--language ja` or `--limit 5` (texts of each language) for a part. `--again FILE` judges anew what the
 * model wrote in an earlier run (its tmp/roles-eval.tsv), as companion and support, without asking it. With `--write` the rates are put
 * into role-rates.json, which the pages of the roles show. The outputs and the rates of a run are left in tmp/, to be read.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { startBundledModel } from '@moodline/language-model/api';
import { COLLEAGUE } from './colleague-role';
import { COMPANION } from './companion-role';
import { ESSAY_COACH } from './essay-coach-role';
import { rateLines, ratesOf, rulesOf } from './rate-table';
import { chosenInputs, type RolesEvaluation } from './role-inputs';
import { ROLE_RATES } from './role-rates';
import { SUPPORT } from './support-role';
import { TRANSLATOR } from './translator-role';
import type { RoleInput, RoleOutput, WrittenRole } from './written-role';

const ROOT = join(__dirname, '../../../../..');
const LEFT_IN = join(ROOT, 'tmp');
const ALL = [COMPANION, SUPPORT, COLLEAGUE, ESSAY_COACH, TRANSLATOR];
/** Points by which a rate may differ from the one that is shown on the role's page. */
const LEEWAY = 3;
/** Said after so many texts. */
const SAID_EVERY = 10;
const MOST_MS = 3_600_000;

/** Handed over by tools/eval.cjs as a global of the test run. */
const part = (globalThis as { rolesEvaluation?: RolesEvaluation }).rolesEvaluation ?? {};
const isWhole = !part.role && !part.language && !part.limit && !part.again;
const roles = ALL.filter(({ name }) => !part.role || name === part.role);

describe('the roles that write', () => {
  const model = part.again ? null : startBundledModel(ROOT);
  const outputs: RoleOutput[] = [];

  beforeAll(async () => {
    const start = performance.now();
    const seconds = () => Math.round((performance.now() - start) / 1000);
    for (const role of roles) {
      const inputs = chosenInputs(role.inputs, part);
      for (const [place, input] of inputs.entries()) {
        outputs.push(model ? await role.answer(model, input) : judgedAgain(role, input));
        if ((place + 1) % SAID_EVERY === 0 || place + 1 === inputs.length)
          process.stdout.write(`${role.name}: ${place + 1} of ${inputs.length} after ${seconds()} s\n`);
      }
      keep(outputs);
    }
    const lines = rateLines(ratesOf(outputs, rulesOf(roles)), outputs);
    const load = loadavg().map((one) => one.toFixed(1));
    process.stdout.write(
      `\n${lines.join('\n')}\n${outputs.length} outputs in ${seconds()} s, load ${load.join(' ')}\n`,
    );
  }, MOST_MS);
  afterAll(() => model?.close());

  it('answer every text that is asked for', () => {
    expect(outputs.length).toBeGreaterThan(0);
    expect(outputs).toHaveLength(roles.reduce((sum, role) => sum + chosenInputs(role.inputs, part).length, 0));
  });

  it('are asked 150 texts and more: Chinese, English, Japanese', () => {
    const languages = SUPPORT.inputs.map(({ language }) => language);
    expect(['zh', 'en', 'ja'].map((one) => languages.filter((language) => language === one).length)).toEqual([
      60, 60, 30,
    ]);
  });

  it('support promises nothing, invents nothing and names the problem in what is shown, always', () => {
    const shown = outputs.filter(({ role }) => role.startsWith('support'));
    expect(shown.filter(({ after }) => after.length).map(({ text, after }) => [text, after])).toEqual([]);
  });

  it('are about as good as their pages say', () => {
    if (!isWhole) return;
    const measured = ratesOf(outputs, rulesOf(roles));
    for (const [role, { all }] of Object.entries(ROLE_RATES))
      expect(measured[role]?.all.before).toBeGreaterThanOrEqual(all.before - LEEWAY);
  });
});

/** What an earlier run left of a text, judged anew. Its times are not known any more. */
function judgedAgain({ name, judge }: WrittenRole, input: RoleInput): RoleOutput {
  const role = `${name}-${input.language}`;
  const text = input.text.replace(/\s+/g, ' ');
  const lines = readFileSync(part.again ?? '', 'utf8').split('\n');
  const [, , , raw] = lines.map((line) => line.split('\t')).find(([by, , of]) => by === role && of === text) ?? [];
  if (raw === undefined || !judge) throw new Error(`${part.again} has nothing of ${role} on: ${text}`);
  return { ...input, role, raw, firstWord: null, whole: 0, ...judge(input, raw, false) };
}

/** Outputs as lines with tabs, and the rates as they stand in role-rates.ts. */
function keep(outputs: readonly RoleOutput[]): void {
  const lines = outputs.map(({ role, label, text, raw, shown, before, after }) =>
    [role, label ?? '', text, raw, shown, before.join(','), after.join(',')]
      .map((cell) => cell.replace(/\s+/g, ' '))
      .join('\t'),
  );
  mkdirSync(LEFT_IN, { recursive: true });
  writeFileSync(join(LEFT_IN, 'roles-eval.tsv'), `${lines.join('\n')}\n`);
  const rates = ratesOf(outputs, rulesOf(roles));
  writeFileSync(join(LEFT_IN, 'role-rates.json'), `${JSON.stringify(rates, null, 2)}\n`);
  if (part.write)
    writeFileSync(join(__dirname, 'role-rates.json'), `${JSON.stringify({ ...ROLE_RATES, ...rates }, null, 2)}\n`);
}
