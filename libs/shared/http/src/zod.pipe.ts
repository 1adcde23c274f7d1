import { Body, Query, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from './domain-error';

/** Input that does not match the contract; `details` lists each field and what is wrong with it. */
export class InvalidInputError extends DomainError {
  constructor(issues: readonly z.core.$ZodIssue[]) {
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
  constructor(private readonly schema: Schema) {}

  transform(value: unknown): z.output<Schema> {
    const result = this.schema.safeParse(value ?? {});
    if (!result.success) throw new InvalidInputError(result.error.issues);
    return result.data;
  }
}

/** The query string, checked against a contract. */
export const ZodQuery = (schema: z.ZodType) => Query(new ZodPipe(schema));

/** The JSON body, checked against a contract. */
export const ZodBody = (schema: z.ZodType) => Body(new ZodPipe(schema));
