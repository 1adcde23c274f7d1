import { type InferenceSession, Tensor } from 'onnxruntime-node';
import type { Steps } from './step-queue';

/** Keys and values of the tokens read so far, one tensor per `past_key_values.*` input of the graph. */
export interface KeyValueCache {
  /** Tokens in the cache. */
  readonly length: number;
  readonly tensors: ReadonlyMap<string, Tensor>;
}

/** Logits of the last `kept` of the `width` positions of each row. */
export interface RowLogits {
  readonly data: Float32Array;
  readonly width: number;
  readonly kept: number;
  readonly vocabulary: number;
}

/** A context that has been read, and what the model would say next. */
export interface Reading {
  readonly cache: KeyValueCache;
  /** One logit per token of the vocabulary. */
  readonly next: Float32Array;
}

/** Longest stretch of a prompt read at once, so that a long one neither swells the memory nor holds up urgent work. */
const READ_AT_ONCE = 256;

/**
 * The 4-bit kernels of x64 take two tokens at a time and a leftover one by another way, with a slightly different result. A run
 * with an even count of tokens has no leftover, so that a text gets the same answer in any batch (measured: equal to the bit;
 * otherwise probabilities differ by up to 0.03).
 */
const KERNEL_TOKENS = 2;

/** A causal language model graph with a key/value cache, as exported for transformers.js; its inputs are read from the graph. */
export class ModelSession {
  private readonly inputs: ReadonlySet<string>;
  private readonly cacheInputs: readonly { readonly name: string; readonly heads: number; readonly width: number }[];
  private readonly empty: KeyValueCache;

  constructor(private readonly session: InferenceSession) {
    this.inputs = new Set(session.inputNames);
    this.cacheInputs = session.inputMetadata.flatMap((input) => {
      if (!input.isTensor || !input.name.startsWith('past_key_values.')) return [];
      const [, heads, , width] = input.shape;
      if (typeof heads !== 'number' || typeof width !== 'number' || input.type !== 'float32') {
        throw new Error(`The graph's input ${input.name} has a shape or type that is not supported.`);
      }
      return [{ name: input.name, heads, width }];
    });
    const none = this.cacheInputs.map(({ name, heads, width }) => [name, new Tensor(new Float32Array(0), [1, heads, 0, width])] as const);
    this.empty = { length: 0, tensors: new Map(none) };
  }

  /**
   * Reads rows side by side behind one shared context, in a single run. Shorter rows are padded on the right, where the causal
   * mask hides the padding from every real token.
   * @returns logits of the positions from the shortest row's last token on; read a row with {@link lastLogits}.
   */
  async readRows(rows: readonly (readonly number[])[], context: KeyValueCache): Promise<RowLogits> {
    const lengths = rows.map((row) => row.length);
    let width = Math.max(...lengths);
    while ((rows.length * width) % KERNEL_TOKENS !== 0) width++;
    const feeds = this.feeds(rows, width, context);
    this.keepLogits(feeds, width - Math.min(...lengths) + 1);
    const { logits } = await this.session.run(feeds, ['logits']);
    return rowLogits(logits, width);
  }

  /** Reads a prompt behind a context, or from the start, in steps; the result can be read on from. */
  async *read(tokens: readonly number[], context: KeyValueCache = this.empty): Steps<Reading> {
    let reading: Reading | null = null;
    for (let start = 0; start < tokens.length; start += READ_AT_ONCE) {
      if (reading) yield;
      reading = await this.readOn(tokens.slice(start, start + READ_AT_ONCE), reading?.cache ?? context);
    }
    if (!reading) throw new Error('There is nothing to read.');
    return reading;
  }

  /** Reads a few tokens behind a context, in a single run. */
  async readOn(tokens: readonly number[], context: KeyValueCache): Promise<Reading> {
    const feeds = this.feeds([tokens], tokens.length, context);
    this.keepLogits(feeds, 1);
    const results = await this.session.run(feeds);
    const tensors = this.cacheInputs.map(({ name }) => {
      const present = results[name.replace('past_key_values.', 'present.')];
      if (!present) throw new Error(`The graph gives no cache for ${name}.`);
      return [name, present as Tensor] as const;
    });
    const cache = { length: context.length + tokens.length, tensors: new Map(tensors) };
    return { cache, next: lastLogits(rowLogits(results['logits'], tokens.length), 0, tokens.length) };
  }

  private feeds(rows: readonly (readonly number[])[], width: number, context: KeyValueCache): Record<string, Tensor> {
    const count = rows.length;
    const ids = new BigInt64Array(count * width);
    const positions = new BigInt64Array(count * width);
    rows.forEach((row, r) => row.forEach((token, column) => (ids[r * width + column] = BigInt(token))));
    for (let cell = 0; cell < positions.length; cell++) positions[cell] = BigInt(context.length + (cell % width));
    const total = context.length + width;
    const feeds: Record<string, Tensor> = {
      input_ids: new Tensor(ids, [count, width]),
      attention_mask: new Tensor(new BigInt64Array(count * total).fill(1n), [count, total]),
    };
    if (this.inputs.has('position_ids')) feeds['position_ids'] = new Tensor(positions, [count, width]);
    for (const [name, tensor] of context.tensors) feeds[name] = repeat(tensor, count);
    return feeds;
  }

  private keepLogits(feeds: Record<string, Tensor>, count: number): void {
    if (this.inputs.has('num_logits_to_keep')) feeds['num_logits_to_keep'] = new Tensor(new BigInt64Array([BigInt(count)]), []);
  }
}

/** The logits behind the last real token of a row of that length. */
export function lastLogits({ data, width, kept, vocabulary }: RowLogits, row: number, length: number): Float32Array {
  const start = (row * kept + kept - (width - length) - 1) * vocabulary;
  return data.subarray(start, start + vocabulary);
}

function rowLogits(logits: { readonly data: unknown; readonly dims: readonly number[] } | undefined, width: number): RowLogits {
  const [, kept, vocabulary] = logits?.dims ?? [];
  if (!logits || kept === undefined || vocabulary === undefined) throw new Error('The graph gives no logits.');
  return { data: logits.data as Float32Array, width, kept, vocabulary };
}

/** The same context for each row of a batch. */
function repeat(tensor: Tensor, count: number): Tensor {
  const [rows, ...rest] = tensor.dims;
  if (rows === count) return tensor;
  const one = tensor.data as Float32Array;
  const all = new Float32Array(one.length * count);
  for (let row = 0; row < count; row++) all.set(one, row * one.length);
  return new Tensor(all, [count, ...rest]);
}
