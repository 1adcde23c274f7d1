import type { KeyValueCache } from '../engine/cache-tensors';
import type { ModelSession } from '../engine/model-session';
import type { PrefixCache } from '../engine/prefix-cache';
import type { PromptTokens } from '../engine/prompt-tokens';
import type { Steps } from '../engine/step-queue';

/** The token that ends an answer. */
export const END = 0;

const cache: KeyValueCache<'whole'> = { depth: 'whole', length: 1, tensors: new Map() };

/** Says what comes after the tokens of a row; the logits of five tokens. */
export type NextToken = (row: readonly number[]) => readonly number[];

/** Parts of an engine around a model that follows a rule. A text is its character codes, an answer the digits it is spelled in. */
export function fakeParts(next: NextToken) {
  const written: number[] = [];
  const reading = () => ({ cache, next: Float32Array.from(next(written)) });
  const session = {
    rowsAtOnce: () => Infinity,
    readRows: async (rows: readonly (readonly number[])[], _: KeyValueCache, before: readonly number[] = [0]) =>
      rows.map((row) => before.map((tokens) => Float32Array.from(next(row.slice(0, row.length - tokens))))),
    read: () => atOnce(reading()),
    readOn: async ([token = END]: readonly number[]) => {
      written.push(token);
      return reading();
    },
  };
  const prompt = {
    stops: new Set([END]),
    answer: (option: string) => [...option].map(Number).concat(END),
    userTurn: (text: string) => [...text].map((character) => character.charCodeAt(0)),
    clippedUserTurn: (text: string) => [...text].map((character) => character.charCodeAt(0)),
    decode: (tokens: readonly number[]) => tokens.join(''),
  };
  const prefixes = { of: () => atOnce(cache) };
  return {
    session: session as unknown as ModelSession,
    prompt: prompt as unknown as PromptTokens,
    prefixes: prefixes as unknown as PrefixCache<'whole'>,
  };
}

/** A result that takes a single step. */
async function* atOnce<Result>(result: Result): Steps<Result> {
  yield;
  return result;
}

/** Takes all steps. @returns the result and how many steps it took */
export async function allSteps<Result>(steps: Steps<Result>): Promise<{ result: Result; count: number }> {
  for (let count = 1; ; count++) {
    const step = await steps.next();
    if (step.done) return { result: step.value, count };
  }
}
