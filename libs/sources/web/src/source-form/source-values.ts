import { webAddressSchema, type ConfigField, type Source } from '@moodline/sources/contract';

/** What stands in a field of the form: the text as typed (a list has one entry a line), or whether a switch is on. */
export type FieldValue = string | boolean;

/** What becomes of a secret: `kept` as the source has it, `given` anew, or `removed`. */
export interface SecretChoice {
  readonly state: 'kept' | 'given' | 'removed';
  readonly value: string;
}

/** What is wrong with a field, as a key below `sources.form.fault` with its numbers. */
export interface FieldFault {
  readonly key: 'required' | 'address' | 'number' | 'min' | 'max' | 'short' | 'long' | 'few' | 'many';
  readonly limit?: number;
}

/** What a form begins with: the settings of the source, else what counts when nothing is said. */
export function startValue(field: ConfigField, config: Source['config'] = {}): FieldValue {
  const value = config[field.name] ?? field.fallback;
  if (field.kind === 'switch') return value === true;
  if (Array.isArray(value)) return value.join('\n');
  if (field.kind === 'select' && (value === null || value === undefined))
    return field.required ? (field.options[0]?.value ?? '') : '';
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

/** The settings that the form says. A field that is left empty is left out, so that its fallback counts. */
export function configOf(
  fields: readonly ConfigField[],
  values: Readonly<Record<string, FieldValue>>,
): Source['config'] {
  const entries = fields
    .filter(({ kind }) => kind !== 'secret')
    .map((field) => [field.name, settingOf(field, values[field.name] ?? '')] as const);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Source['config'][string]] => entry[1] !== undefined),
  );
}

function settingOf({ kind }: ConfigField, value: FieldValue): Source['config'][string] | undefined {
  if (typeof value === 'boolean') return value;
  if (kind === 'list') return entriesOf(value).length ? entriesOf(value) : undefined;
  const text = value.trim();
  if (!text) return undefined;
  return kind === 'number' ? Number(text) : text;
}

/** What keeps the value of a field from being sent; null when nothing does. */
export function faultOf(field: ConfigField, value: FieldValue): FieldFault | null {
  if (typeof value === 'boolean') return null;
  const text = value.trim();
  if (!text) return field.required ? { key: 'required' } : null;
  if (field.kind === 'url' && !webAddressSchema.safeParse(text).success) return { key: 'address' };
  if (field.kind === 'number')
    return Number.isFinite(Number(text)) ? outside(Number(text), field, ['min', 'max']) : { key: 'number' };
  if (field.kind === 'list') return outside(entriesOf(text).length, field, ['few', 'many']);
  return field.kind === 'text' ? outside(text.length, field, ['short', 'long']) : null;
}

function outside(
  value: number,
  { min, max }: ConfigField,
  [less, more]: readonly [FieldFault['key'], FieldFault['key']],
): FieldFault | null {
  if (min !== null && value < min) return { key: less, limit: min };
  return max !== null && value > max ? { key: more, limit: max } : null;
}

/** Secrets as the API takes them when a source is added or tried: those that were entered. */
export function givenSecrets(secrets: Readonly<Record<string, SecretChoice>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(secrets).flatMap(([name, { state, value }]) =>
      state === 'given' && value.trim() ? [[name, value.trim()]] : [],
    ),
  );
}

/** Secrets as the API takes them when a source is changed: null takes one away, what is not named stays. */
export function changedSecrets(secrets: Readonly<Record<string, SecretChoice>>): Record<string, string | null> {
  const removed = Object.entries(secrets).filter(([, { state }]) => state === 'removed');
  return { ...givenSecrets(secrets), ...Object.fromEntries(removed.map(([name]) => [name, null])) };
}

const entriesOf = (text: string) =>
  text
    .split('\n')
    .map((entry) => entry.trim())
    .filter(Boolean);
