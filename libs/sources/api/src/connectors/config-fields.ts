import type { ConfigField, ConfigFieldKind, SourceKind, Words } from '@moodline/sources/contract';
import * as z from 'zod';
import type { AnyConnector } from './connector';

/** What people read beside a field. */
export interface FieldWords {
  readonly label: Words;
  readonly hint?: Words;
  /** An example of what to enter. */
  readonly placeholder?: string;
  /** Words of each choice of an enum. */
  readonly options?: Readonly<Record<string, Words>>;
  /** It says where a key goes, as every address does: a stored key stays with it. */
  readonly carriesKey?: true;
}

/** The parts of a JSON schema (draft 2020-12) that matter for a form. */
interface FieldSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly default?: ConfigField['fallback'];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly words?: FieldWords;
}

/** For kinds of sources that need no key. */
export const noSecrets = z.object({}) as unknown as z.ZodType<Record<string, never>>;

/** Gives a field of a connector's config or secrets the words people read beside it. Call it last: what follows drops it. */
export function field<Schema extends z.ZodType>(schema: Schema, words: FieldWords): Schema {
  return schema.meta({ words });
}

/** The switch by which people allow answers through a source. @param right what the key has to be allowed, as the site calls it */
export const answersField = (right: string) =>
  field(z.boolean().default(false), {
    label: {
      zh: '允许在“待回复”页面发送回复',
      en: 'Let people send answers from Triage',
      ja: '「返信待ち」から返信を送れるようにする',
    },
    hint: {
      zh: `回复由人逐条发送，以令牌所属账号公开发布。令牌还需要权限：${right}。`,
      en: `A person sends each one; it is published by the account of the token, which needs this right as well: ${right}.`,
      ja: `一件ずつ人が送り、トークンのアカウントから公開されます。トークンには次の権限も必要です：${right}。`,
    },
  });

/** A kind of source as the API describes it, from the connector's own schemas. */
export function describeKind({ description, config, secrets }: AnyConnector): SourceKind {
  const { kind, title, about, terms, docs, backfill, schedule } = description;
  return {
    kind,
    title,
    about,
    terms,
    docs,
    backfill,
    schedule,
    fields: [...fieldsOf(config, kindOf), ...fieldsOf(secrets, () => 'secret')],
  };
}

/** The settings that say where the keys of a source go: all addresses, and what is marked so. */
export function destinationOf(
  { config }: AnyConnector,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const names = Object.entries(propertiesOf(config).properties ?? {})
    .filter(([, one]) => one.format === 'uri' || one.words?.carriesKey)
    .map(([name]) => name);
  return Object.fromEntries(names.map((name) => [name, given[name]]));
}

const propertiesOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input' }) as { properties?: Record<string, FieldSchema>; required?: string[] };

function fieldsOf(schema: z.ZodType, kind: (field: FieldSchema) => ConfigFieldKind): ConfigField[] {
  const { properties = {}, required = [] } = propertiesOf(schema);
  return Object.entries(properties).map(([name, one]) => {
    if (!one.words) throw new Error(`The field ${name} has no words. Wrap its schema in field(…).`);
    const { label, hint = null, placeholder = null, options = {} } = one.words;
    return {
      name,
      kind: kind(one),
      ...{ label, hint, placeholder },
      required: required.includes(name),
      fallback: one.default ?? null,
      min: one.minimum ?? one.minLength ?? one.minItems ?? null,
      max: one.maximum ?? one.maxLength ?? one.maxItems ?? null,
      options: (one.enum ?? []).map((value) => ({
        value,
        label: options[value] ?? { zh: value, en: value, ja: value },
      })),
    };
  });
}

function kindOf(field: FieldSchema): ConfigFieldKind {
  if (field.enum) return 'select';
  if (field.type === 'array') return 'list';
  if (field.type === 'boolean') return 'switch';
  if (field.type === 'number' || field.type === 'integer') return 'number';
  return field.format === 'uri' ? 'url' : 'text';
}
