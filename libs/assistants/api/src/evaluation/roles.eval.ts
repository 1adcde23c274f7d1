/**
 * What the bundled model writes in the roles companion and support, and what a program can see to be wrong with it, before and after the checker:
 * `npm run eval -- roles`. Every text is answered in both roles. The outputs and the rates of a run are left in tmp/, to be read.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import {
  DRAFT_FLAWS,
  draftFlaws,
  mendDraft,
  namedProblem,
  names,
  REPLY_FLAWS,
  replyFlaws,
  sentencesOf,
  type Answered,
} from '@moodline/assistants/contract';
import { startBundledModel } from '@moodline/language-model/api';
import { COMPANION_ROLE } from '../prompts/companion';
import { SUPPORT_ROLE } from '../prompts/support';
import { ROLE_RATES } from './role-rates';

const ROOT = join(__dirname, '../../../../..');
const LEFT_IN = join(ROOT, 'tmp');
const TOKENS = 120;
/** Points by which a rate may differ from the one that is shown on the role's page. */
const LEEWAY = 3;
const MOST_SENTENCES = 3;

type Spoken = 'zh' | 'en' | 'ja';
interface Input extends Answered {
  readonly language: Spoken;
  readonly label: string;
}
interface Output extends Input {
  readonly role: string;
  readonly raw: string;
  readonly shown: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const inputs: readonly Input[] = readFileSync(join(__dirname, 'inputs.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [Spoken, string, string])
  .map(([language, label, text]) => ({ language, label, text }));

const COMPANION_RULES = [...REPLY_FLAWS, 'problem', 'long'] as const;

function companionFlaws(reply: string, input: Input, cut: boolean): string[] {
  return [
    ...replyFlaws(reply, { ...input, cut }),
    ...(names(reply, namedProblem(input.text, input.language)) ? [] : ['problem']),
    ...(sentencesOf(reply).length > MOST_SENTENCES ? ['long'] : []),
  ];
}

/** Of so many outputs, the share without a flaw, in per cent. */
const passed = (rows: readonly Output[], when: 'before' | 'after', rule: string | null) =>
  Math.round(
    (100 * rows.filter((row) => (rule ? !row[when].includes(rule) : !row[when].length)).length) / (rows.length || 1),
  );

function ratesOf(outputs: readonly Output[]) {
  const roles = [...new Set(outputs.map(({ role }) => role))].sort();
  return Object.fromEntries(
    roles.map((role) => {
      const rows = outputs.filter((row) => row.role === role);
      const rules = role.startsWith('support') ? DRAFT_FLAWS : COMPANION_RULES;
      const rate = (rule: string | null) => ({
        before: passed(rows, 'before', rule),
        after: passed(rows, 'after', rule),
      });
      return [
        role,
        { n: rows.length, all: rate(null), rules: Object.fromEntries(rules.map((rule) => [rule, rate(rule)])) },
      ];
    }),
  );
}

describe('the roles companion and support', () => {
  const model = startBundledModel(ROOT);
  const outputs: Output[] = [];

  beforeAll(async () => {
    const start = performance.now();
    for (const input of inputs) {
      const asked = `[${input.label.toUpperCase()}] ${input.text}`;
      const companion = await model.write({ role: COMPANION_ROLE[input.language], input: asked, maxTokens: TOKENS });
      const reply = companion.text.trim();
      const flaws = companionFlaws(reply, input, companion.finish === 'length');
      const { name } = COMPANION_ROLE[input.language];
      outputs.push({ ...input, role: name, raw: reply, shown: reply, before: flaws, after: flaws });
      const support = await model.write({ role: SUPPORT_ROLE[input.language], input: asked, maxTokens: TOKENS });
      const [raw, cut] = [support.text.trim(), support.finish === 'length'];
      const shown = mendDraft(raw, input, { tone: 'plain', cut }).text;
      const [before, after] = [draftFlaws(raw, input, cut), draftFlaws(shown, input)];
      outputs.push({ ...input, role: SUPPORT_ROLE[input.language].name, raw, shown, before, after });
    }
    const seconds = Math.round((performance.now() - start) / 1000);
    const lines = outputs.map(({ role, label, text, raw, shown, before, after }) =>
      [role, label, text, raw, shown, before.join(','), after.join(',')]
        .map((cell) => cell.replace(/\s+/g, ' '))
        .join('\t'),
    );
    mkdirSync(LEFT_IN, { recursive: true });
    writeFileSync(join(LEFT_IN, 'roles-eval.tsv'), `${lines.join('\n')}\n`);
    writeFileSync(join(LEFT_IN, 'role-rates.json'), `${JSON.stringify(ratesOf(outputs), null, 2)}\n`);
    const table = Object.entries(ratesOf(outputs)).flatMap(([role, { n, all, rules }]) => [
      `${role} (n = ${n}): without a flaw ${all.before} % as written, ${all.after} % as shown`,
      ...Object.entries(rules).map(([rule, { before, after }]) => `  ${rule.padEnd(10)} ${before} % → ${after} %`),
    ]);
    process.stdout.write(
      `\n${table.join('\n')}\n${outputs.length} outputs in ${seconds} s, load ${loadavg().join(' ')}\n`,
    );
  }, 3_600_000);
  afterAll(() => model.close());

  it('answer 150 texts each: 60 Chinese, 60 English, 30 Japanese', () => {
    expect(['zh', 'en', 'ja'].map((one) => inputs.filter(({ language }) => language === one).length)).toEqual([
      60, 60, 30,
    ]);
    expect(outputs).toHaveLength(300);
  });

  it('support promises nothing, invents nothing and names the problem in what is shown, always', () => {
    const shown = outputs.filter(({ role }) => role.startsWith('support'));
    expect(shown.filter(({ after }) => after.length).map(({ text, after }) => [text, after])).toEqual([]);
  });

  it('are about as good as their pages say', () => {
    const measured = ratesOf(outputs);
    for (const [role, { all }] of Object.entries(ROLE_RATES))
      expect(measured[role]?.all.before).toBeGreaterThanOrEqual(all.before - LEEWAY);
  });
});
