import { Body, Param, Query, type PipeTransform } from '@nestjs/common';
import { idSchema, longIdSchema } from '@moodline/shared/contract';
import * as z from 'zod';
import { DomainError } from './domain-error';

/** Input that does not match the contract; `details` lists each field and what is wrong with it. */
export class InvalidInputError extends DomainError {
  constructor(issues: readonly (z.core.$ZodIssue | { readonly path: PropertyKey[]; readonly message: string })[]) {
    const details = issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
    super(
      'invalid-input',
      `The request is not understood: ${details.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ')}`,
      400,
      details,
    );
  }
}

/** Checks a value against a contract and hands over what the contract made of it. */
export class ZodPipe<Schema extends z.ZodType> implements PipeTransform {
  /** @param name of a single value such as an id in the path; it is named in the error */
  constructor(
    readonly schema: Schema,
    private readonly name?: string,
  ) {}

  transform(value: unknown): z.output<Schema> {
    const nul = nulIn(value);
    if (nul) throw new InvalidInputError([{ path: this.path(nul), message: 'The character NUL cannot be stored' }]);
    const result = this.schema.safeParse(value ?? {});
    if (!result.success)
      throw new InvalidInputError(result.error.issues.map(({ path, message }) => ({ path: this.path(path), message })));
    return result.data;
  }

  private path(path: readonly PropertyKey[]): PropertyKey[] {
    return this.name === undefined ? [...path] : [this.name, ...path];
  }
}

/** Nothing of the contracts is nested half as deep; what is much deeper would end the stack of whoever walks through it. */
const DEEPEST = 64;

/**
 * Where a text with U+0000 stands, which PostgreSQL refuses in every text; null where there is none.
 * @throws InvalidInputError where the value is nested too deep to be looked through
 */
function nulIn(value: unknown, path: readonly PropertyKey[] = []): readonly PropertyKey[] | null {
  if (typeof value === 'string') return value.includes('\0') ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  if (path.length > DEEPEST)
    throw new InvalidInputError([{ path: path.slice(0, 1), message: `It is nested more than ${DEEPEST} levels deep` }]);
  for (const [key, part] of Object.entries(value)) {
    const found = key.includes('\0') ? path : nulIn(part, [...path, key]);
    if (found) return found;
  }
  return null;
}

/**
 * A parameter decorator that the compiler takes only where the handler's parameter has the type the contract gives:
 * `index` cannot be a number where it does not.
 */
type CheckedParameter<Value> = <Target, Key extends keyof Target, Index extends number>(
  target: Target,
  key: Key,
  index: Target[Key] extends (...parameters: infer Parameters) => unknown
    ? Value extends Parameters[Index]
      ? Index
      : 'the type of the parameter is not the one of the contract'
    : never,
) => void;

/** The query string, checked against a contract. */
export const ZodQuery = <Schema extends z.ZodType>(schema: Schema) =>
  Query(new ZodPipe(schema)) as CheckedParameter<z.output<Schema>>;

/** The JSON body, checked against a contract. */
export const ZodBody = <Schema extends z.ZodType>(schema: Schema) =>
  Body(new ZodPipe(schema)) as CheckedParameter<z.output<Schema>>;

/** A part of the path, checked against a contract. */
export const ZodParam = <Schema extends z.ZodType>(name: string, schema: Schema) =>
  Param(name, new ZodPipe(schema, name)) as CheckedParameter<z.output<Schema>>;

/** An id in the path. One that no row can have is refused before the database is asked. */
export const IdParam = (name = 'id') => ZodParam(name, idSchema);

/** An id in the path of a table that grows beyond 32 bits, such as comments. */
export const LongIdParam = (name = 'id') => ZodParam(name, longIdSchema);
