import { createHash } from 'node:crypto';
import * as z from 'zod';
import { wordFeatures, WORDS_BY } from './word-features';
import { softmax } from './softmax';

/** Most answers of one head: more are no choice any more. */
const MOST_OPTIONS = 50;

/**
 * A head as data: what turns the features of a text into a probability for each option, softmax((W f + b) / T).
 */
export const headSchema = z
  .object({
    name: z.string().min(1),
    options: z.array(z.string().min(1)).min(2).max(MOST_OPTIONS),
    /** One row of weights per option, one weight per feature. */
    weights: z.array(z.array(z.number())),
    bias: z.array(z.number()),
    temperature: z.number().positive().default(1),
    /** The last so many weights of an option are for the words of the text. Heads without read none, as all did before there were any. */
    words: z.object({ by: z.literal(WORDS_BY), width: z.number().int().positive() }).optional(),
    /** Mean and standard deviation of the features, where the file tells them: others are fitted by them. */
    mean: z.array(z.number()).optional(),
    scale: z.array(z.number().positive()).optional(),
  })
  .refine(({ options, weights, bias }) => weights.length === options.length && bias.length === options.length, {
    message: 'A head needs one row of weights and one bias per option',
  })
  .refine(({ weights }) => weights.every((row) => row.length > 0 && row.length === weights[0]?.length), {
    message: 'All options of a head need the same number of weights',
  });
export type Head = z.infer<typeof headSchema>;

const digests = new WeakMap<Head, string>();

/** Tells heads apart by what they compute, whatever they are called. */
export function headDigest(head: Head): string {
  const known = digests.get(head);
  if (known) return known;
  const { options, weights, bias, temperature, words } = head;
  const digest = createHash('sha256')
    .update(JSON.stringify([options, weights, bias, temperature, ...(words ? [words] : [])]))
    .digest('base64');
  digests.set(head, digest);
  return digest;
}

/**
 * Probability of each option of a head.
 * @param given features of one text, as many as the head has weights beside those for words
 * @param text what the features are of; heads that read no words need none
 * @returns null when a feature is not a finite number
 * @throws Error when the head was made for other features, or reads words and was given no text
 */
export function headProbabilities(head: Head, given: Float32Array, text?: string): number[] | null {
  const { options, weights, bias, temperature, name } = head;
  const features = head.words ? withWords(given, wordsGiven(head, text), head.words.width) : given;
  if (weights[0]?.length !== features.length)
    throw new Error(`The head ${name} reads ${weights[0]?.length} features and the model gives ${features.length}.`);
  const scores = options.map((_, option) => {
    const row = weights[option] ?? [];
    let score = bias[option] ?? NaN;
    for (let place = 0; place < row.length; place++) score += (row[place] ?? NaN) * (features[place] ?? NaN);
    return score / temperature;
  });
  if (!scores.every(Number.isFinite)) return null;
  return softmax(scores);
}

/** Features of a text with its words behind them, as a head reads them that reads words. */
export function withWords(features: Float32Array, text: string, width: number): Float32Array {
  const all = new Float32Array(features.length + width);
  all.set(features);
  all.set(wordFeatures(text, width), features.length);
  return all;
}

function wordsGiven({ name }: Head, text: string | undefined): string {
  if (text === undefined) throw new Error(`The head ${name} reads words, and there is no text.`);
  return text;
}
