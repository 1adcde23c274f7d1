import * as z from 'zod';
import { FOREIGN_ID, FOREIGN_TEXT } from './foreign-workspace';

type Json = z.core.JSONSchema.JSONSchema;

/** Names of fields that hold the number or the name of a row. */
const NAMES_A_ROW =
  /^(?:id|ids|.*(?:Id|Ids)|sources?|monitors?|tags?|sets?|runs?|issues?|themes?|channels?|comments?|views?|labelledSets?|examples?|of)$/;

/** A value that a contract takes: what has to be there, and everything that names a row, which is then one of the other workspace. */
export function sampleOf(schema: z.ZodType): unknown {
  return sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json, '');
}

/** Whether a contract of a query or a body has a field that names a row. */
export function rowFields(schema: z.ZodType): string[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return Object.keys(properties).filter((name) => NAMES_A_ROW.test(name));
}

function sample(schema: Json, name: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const first = (schema.anyOf ?? schema.oneOf)?.find((one) => (one as Json).type !== 'null') as Json | undefined;
  if (first) return sample(first, name);
  switch (schema.type) {
    case 'object':
      return sampleObject(schema);
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
        sample((schema.items ?? {}) as Json, name),
      );
    case 'integer':
    case 'number':
      return NAMES_A_ROW.test(name) ? FOREIGN_ID : Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'string':
      return sampleText(schema);
    default:
      return NAMES_A_ROW.test(name) ? FOREIGN_ID : FOREIGN_TEXT;
  }
}

function sampleObject({ properties = {}, required = [] }: Json): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([key]) => required.includes(key) || NAMES_A_ROW.test(key));
  return Object.fromEntries(wanted.map(([key, value]) => [key, sample(value as Json, key)]));
}

function sampleText({ format, minLength = 0, maxLength }: Json): string {
  if (format === 'email') return 'somebody@example.com';
  if (format === 'date') return '2026-05-03';
  if (format === 'date-time') return '2026-05-03T00:00:00Z';
  if (format === 'hostname') return 'example.com';
  if (format === 'uri') return 'https://example.com/';
  return FOREIGN_TEXT.padEnd(minLength, 'x').slice(0, maxLength);
}
