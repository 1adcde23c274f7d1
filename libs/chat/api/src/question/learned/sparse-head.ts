import { gunzipSync, gzipSync } from 'node:zlib';
import { softmax, wordDigest, type FeatureScale } from '@moodline/language-model/api';

/** What is known of a text: places in the table of a head, and the weight of each; and numbers that every text has. */
export interface Traits {
  readonly places: Uint32Array;
  readonly values: Float32Array;
  readonly dense?: Float32Array;
}

/** A linear head over hashed traits: `softmax(W·x + b)`, of which most weights are zero. */
export interface SparseHead {
  readonly options: readonly string[];
  /** Per option one weight a place, option by option. */
  readonly weights: Int8Array;
  /** Per option what a weight of one stands for. */
  readonly scales: readonly number[];
  readonly bias: readonly number[];
  /** Per option one weight a dense number, option by option. */
  readonly dense?: readonly number[];
}

/** Places of a table. Some 30,000 traits occur in more than one question, so few share a place. */
export const PLACES = 1 << 16;

/**
 * Named traits as places of a table; which name has which place is computed and not kept.
 * Method: K. Weinberger et al., Feature hashing for large scale multitask learning, ICML 2009.
 */
export function hashed(named: ReadonlyMap<string, number>): Traits {
  const places = new Map<number, number>();
  for (const [name, value] of named) places.set(wordDigest(name) % PLACES, value);
  return { places: Uint32Array.from(places.keys()), values: Float32Array.from(places.values()) };
}

/** Score of each option, in their order. */
export const sparseScores = ({ options, weights, scales, bias, dense }: SparseHead, traits: Traits): number[] =>
  options.map((_, option) => {
    let sum = 0;
    traits.places.forEach((place, at) => {
      sum += (weights[option * PLACES + place] ?? 0) * (traits.values[at] ?? 0);
    });
    const width = traits.dense?.length ?? 0;
    const own = traits.dense?.reduce((total, value, at) => total + value * (dense?.[option * width + at] ?? 0), 0) ?? 0;
    return sum * (scales[option] ?? 0) + own + (bias[option] ?? 0);
  });

/** Probability of each option, in their order. */
export const sparseProbabilities = (head: SparseHead, traits: Traits): number[] => softmax(sparseScores(head, traits));

/** Several heads with what else belongs to each of them, and whose features those read that read any. */
export interface PackedHeads {
  readonly heads: Readonly<
    Record<string, SparseHead & { readonly start?: readonly number[]; readonly steps?: readonly number[] }>
  >;
  readonly features: Readonly<Record<'whole' | 'tokens', FeatureScale>> & { readonly by: string };
}

/** As a number is kept in the file: the fifth digit changes no answer. */
export const fourDigits = (value: number): number => Number(value.toPrecision(4));

/** Heads as one file: a line of JSON that tells features, and options, scales and bias of each head; then the weights of each; gzip over all. */
export function packHeads({ heads, features }: PackedHeads): Buffer {
  const told = Object.entries(heads).map(([name, head]) => ({ name, ...head, weights: undefined }));
  const weights = Object.values(heads).map((head) => Buffer.from(head.weights.buffer));
  return gzipSync(
    Buffer.concat([Buffer.from(`${JSON.stringify({ places: PLACES, features, heads: told })}\n`), ...weights]),
  );
}

/** @throws Error where the file is of a table of another size */
export function unpackHeads(file: Buffer): PackedHeads {
  const bytes = gunzipSync(file);
  const end = bytes.indexOf('\n');
  const { places, features, heads } = JSON.parse(bytes.toString('utf8', 0, end)) as {
    places: number;
    features: PackedHeads['features'];
    heads: ({ name: string } & Omit<PackedHeads['heads'][string], 'weights'>)[];
  };
  if (places !== PLACES) throw new Error(`The heads of questions have ${places} places, and not ${PLACES}.`);
  let start = end + 1;
  const unpacked = heads.map(({ name, ...head }) => {
    const length = head.options.length * PLACES;
    const weights = new Int8Array(bytes.subarray(start, start + length));
    start += length;
    return [name, { ...head, weights }] as const;
  });
  return { heads: Object.fromEntries(unpacked), features };
}
