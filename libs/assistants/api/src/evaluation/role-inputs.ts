import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Label } from '@moodline/comments/contract';
import type { RoleInput, Spoken } from './written-role';

/** The columns language, label and text of a file beside this one. */
export function readInputs(name: string): RoleInput[] {
  return readFileSync(join(__dirname, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [Spoken, Label | '', string])
    .map(([language, label, text]) => ({ language, label: label || undefined, text }));
}

/** Which part of the evaluation is run; the whole without. */
export interface RolesEvaluation {
  readonly limit?: number;
  readonly role?: string;
  readonly language?: string;
  /** A file of the outputs of an earlier run: what the model wrote is judged anew, and it is not asked. */
  readonly again?: string;
  /** The rates of the run are put into the product (`role-rates.json`), beside those of the roles that were not run. */
  readonly write?: boolean;
}

/** The inputs that are asked for: of each language the first `limit`. */
export function chosenInputs(inputs: readonly RoleInput[], { limit, language }: RolesEvaluation): RoleInput[] {
  const wanted = inputs.filter((input) => !language || input.language === language);
  return [...Map.groupBy(wanted, (input) => input.language).values()].flatMap((same) => same.slice(0, limit));
}
