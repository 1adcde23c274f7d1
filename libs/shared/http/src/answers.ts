import { SetMetadata } from '@nestjs/common';
import type * as z from 'zod';

export const ANSWER_KEY = 'moodline:answer';

/** What a route answers when all goes well. `schema` is absent where the body is empty or no JSON. */
export interface Answer {
  readonly schema?: z.ZodType;
  /** Type of the body; JSON unless told. */
  readonly type: string;
}

type Handler<Value> = (...parameters: never[]) => Value | Promise<Value>;

/** Declares what a handler answers. The compiler takes it only where the handler's type is the one of the contract. */
export const Answers =
  <Schema extends z.ZodType>(schema: Schema) =>
  <Method extends Handler<z.input<Schema>>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    SetMetadata(ANSWER_KEY, { schema, type: 'application/json' } satisfies Answer)(target, key, descriptor);
  };

/** Declares that a handler answers without a body. */
export const AnswersNothing = () => SetMetadata(ANSWER_KEY, { type: '' } satisfies Answer);

/** Declares a body that is written by the handler itself. @param schema of a line or an event, where it is JSON */
export const AnswersStream = (type: string, schema?: z.ZodType) =>
  SetMetadata(ANSWER_KEY, { type, ...(schema && { schema }) } satisfies Answer);
