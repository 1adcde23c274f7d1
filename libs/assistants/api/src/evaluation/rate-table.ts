import type { RoleRates } from '@moodline/language-model/api';
import type { RoleOutput, WrittenRole } from './written-role';

/** Of so many outputs, the share without a flaw, in per cent. */
const passed = (rows: readonly RoleOutput[], when: 'before' | 'after', rule: string | null) =>
  Math.round(
    (100 * rows.filter((row) => (rule ? !row[when].includes(rule) : !row[when].length)).length) / (rows.length || 1),
  );

/** Pass rates by the name of the role in its language, for example `support-zh`. */
export function ratesOf(
  outputs: readonly RoleOutput[],
  rules: (role: string) => readonly string[],
): Record<string, RoleRates> {
  return Object.fromEntries(
    [...Map.groupBy(outputs, ({ role }) => role)].map(([role, rows]) => {
      const rate = (rule: string | null) => ({
        before: passed(rows, 'before', rule),
        after: passed(rows, 'after', rule),
      });
      return [
        role,
        { n: rows.length, all: rate(null), rules: Object.fromEntries(rules(role).map((rule) => [rule, rate(rule)])) },
      ];
    }),
  );
}

/** The rules of a role by its name in a language. */
export const rulesOf =
  (roles: readonly WrittenRole[]) =>
  (name: string): readonly string[] =>
    roles.find((role) => name.startsWith(role.name))?.rules ?? [];

/** The rates as lines to read, and how long the outputs took. */
export function rateLines(rates: Readonly<Record<string, RoleRates>>, outputs: readonly RoleOutput[]): string[] {
  return Object.entries(rates).flatMap(([role, { n, all, rules }]) => [
    `${role} (n = ${n}): without a flaw ${all.before} % as written, ${all.after} % as shown; ${times(outputs.filter((one) => one.role === role))}`,
    ...Object.entries(rules).map(([rule, { before, after }]) => `  ${rule.padEnd(12)} ${before} % → ${after} %`),
  ]);
}

function times(rows: readonly RoleOutput[]): string {
  const first = rows.flatMap(({ firstWord }) => (firstWord === null ? [] : [firstWord]));
  if (!first.length) return 'not asked again';
  return `first word ${at(first, 0.5)} ms (95 %: ${at(first, 0.95)}), whole ${at(
    rows.map(({ whole }) => whole),
    0.5,
  )} ms`;
}

const at = (values: readonly number[], share: number) =>
  Math.round([...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? 0);
