import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { cacheTensor, ContextCopies, feedable, type CacheInput, type Depth, type KeyValueCache } from './cache-tensors';
import { halfBits, widen } from './half-floats';
import type { Steps } from './step-queue';
import { runWidth } from './token-batches';

/** A context that has been read, and what the model would say next. */
export interface Reading {
  readonly cache: KeyValueCache<'whole'>;
  /** One logit per token of the vocabulary. */
  readonly next: Float32Array;
}

/** Longest stretch of a prompt read at once, so that a long one neither swells the memory nor holds up urgent work. */
const READ_AT_ONCE = 256;

/** The output of a graph with an exit. */
const FEATURES = 'features';

/** What the fused grouped-query attention of the runtime says to several rows behind a context; nothing in the inputs tells. */
const ONE_ROW_ONLY = 'batch_size must be 1';

/**
 * A causal language model graph with a key/value cache, as exported for transformers.js. What it wants is read from its inputs:
 * positions or none, logits of all tokens or of the last ones, and the heads, width and number type of its cache.
 */
export class ModelSession {
  private readonly inputs: ReadonlySet<string>;
  private readonly cacheInputs: readonly CacheInput[];
  private readonly none: KeyValueCache['tensors'];
  private oneRowOnly = false;

  /** @throws Error when the graph wants an input that no one here can give. */
  constructor(
    private readonly session: InferenceSession,
    private readonly copies = new ContextCopies(),
  ) {
    this.inputs = new Set(session.inputNames);
    this.cacheInputs = cacheInputs(session);
    const none = this.cacheInputs.map(({ name, type, heads, width }) => {
      const numbers = type === 'float16' ? new Uint16Array(0) : new Float32Array(0);
      return [name, cacheTensor(type, numbers, [1, heads, 0, width])] as const;
    });
    this.none = new Map(none);
  }

  /** Whether the graph can stop half-way and give features. */
  get hasExit(): boolean {
    return this.session.outputNames.includes(FEATURES) && this.inputs.has('num_logits_to_keep');
  }

  /** Most rows to be read side by side behind a context: what memory and graph allow. */
  rowsAtOnce(context: KeyValueCache): number {
    return this.oneRowOnly ? 1 : this.copies.most(context);
  }

  /**
   * Reads rows side by side behind one shared context, in a single run. Shorter rows are padded on the right, where the causal
   * mask hides the padding from every real token.
   * @param before where to look in each row: so many tokens before its last.
   * @returns per row and place, the logits of the token that follows; good until the next call.
   */
  async readRows(
    rows: readonly (readonly number[])[],
    context: KeyValueCache<'whole'>,
    before: readonly number[] = [0],
  ): Promise<Float32Array[][]> {
    if (this.oneRowOnly && rows.length > 1) return this.readEach(rows, context, before);
    const lengths = rows.map((row) => row.length);
    const width = runWidth(rows.length, Math.max(...lengths));
    const feeds = this.feeds(rows, width, context);
    this.keep(feeds, width - Math.min(...lengths) + Math.max(...before) + 1);
    try {
      const { logits } = await this.session.run(feeds, ['logits']);
      return lengths.map((length, row) => before.map((tokens) => numbersAt(logits, row, width - length + tokens)));
    } catch (error) {
      if (rows.length === 1 || !String(error).includes(ONE_ROW_ONLY)) throw error;
      this.oneRowOnly = true;
      return this.readEach(rows, context, before);
    }
  }

  /** Reads a prompt behind a context, or from the start, in steps; the result can be read on from. */
  async *read(tokens: readonly number[], context = this.start('whole')): Steps<Reading> {
    let reading: Reading | null = null;
    for (let start = 0; start < tokens.length; start += READ_AT_ONCE) {
      if (reading) yield;
      reading = await this.readOn(tokens.slice(start, start + READ_AT_ONCE), reading?.cache ?? context);
    }
    if (!reading) throw new Error('There is nothing to read.');
    return reading;
  }

  /** Reads a few tokens behind a context, in a single run. */
  async readOn(tokens: readonly number[], context: KeyValueCache<'whole'>): Promise<Reading> {
    const feeds = this.feeds([tokens], tokens.length, context);
    this.keep(feeds, 1);
    const results = await this.session.run(feeds);
    return { cache: this.cacheOf(results, context, tokens.length), next: numbersAt(results['logits'], 0, 0) };
  }

  /** Reads the beginning of a prompt up to the exit, in steps. */
  async *readToExit(tokens: readonly number[]): Steps<KeyValueCache<'exit'>> {
    let cache = this.start('exit');
    for (let start = 0; start < tokens.length; start += READ_AT_ONCE) {
      if (start > 0) yield;
      const part = tokens.slice(start, start + READ_AT_ONCE);
      const feeds = this.feeds([part], part.length, cache);
      this.keep(feeds, -1);
      const presents = this.cacheInputs.map(({ name }) => presentOf(name));
      cache = this.cacheOf(await this.session.run(feeds, presents), cache, part.length);
    }
    return cache;
  }

  /**
   * Reads rows side by side up to the exit, in a single run, padded as in {@link readRows}.
   * @param places in each row, from its beginning, whose features are wanted; by default its last
   * @returns per row the features at its places
   */
  async readFeatures(
    rows: readonly (readonly number[])[],
    context: KeyValueCache<'exit'>,
    places: readonly (readonly number[])[] = rows.map(({ length }) => [length - 1]),
  ): Promise<Float32Array[][]> {
    const width = runWidth(rows.length, Math.max(...rows.map(({ length }) => length)));
    const feeds = this.feeds(rows, width, context);
    this.keep(feeds, Math.min(...places.flat()) - width);
    const { [FEATURES]: features } = await this.session.run(feeds, [FEATURES]);
    return places.map((own, row) => own.map((place) => numbersAt(features, row, width - place - 1).slice()));
  }

  /** Nothing read yet. */
  private start<D extends Depth>(depth: D): KeyValueCache<D> {
    return { depth, length: 0, tensors: this.none };
  }

  /** What a run leaves behind for the next one. Of layers behind the exit nothing is left, and nothing is read there. */
  private cacheOf<D extends Depth>(
    results: InferenceSession.OnnxValueMapType,
    { depth, length }: KeyValueCache<D>,
    added: number,
  ): KeyValueCache<D> {
    const tensors = this.cacheInputs.map(({ name }) => {
      const present = results[presentOf(name)] as Tensor | undefined;
      if (!present) throw new Error(`The graph gives no cache for ${name}.`);
      const isEmpty = present.dims.includes(0);
      return [name, (isEmpty && this.none.get(name)) || feedable(present)] as const;
    });
    return { depth, length: length + added, tensors: new Map(tensors) };
  }

  private async readEach(
    rows: readonly (readonly number[])[],
    context: KeyValueCache<'whole'>,
    before: readonly number[],
  ): Promise<Float32Array[][]> {
    const logits: Float32Array[][] = [];
    for (const row of rows) logits.push(...(await this.readRows([row], context, before)));
    return logits;
  }

  private feeds(rows: readonly (readonly number[])[], width: number, context: KeyValueCache): Record<string, Tensor> {
    const count = rows.length;
    const ids = new BigInt64Array(count * width);
    rows.forEach((row, r) => row.forEach((token, column) => (ids[r * width + column] = BigInt(token))));
    const total = context.length + width;
    const feeds: Record<string, Tensor> = {
      input_ids: new Tensor(ids, [count, width]),
      attention_mask: new Tensor(new BigInt64Array(count * total).fill(1n), [count, total]),
    };
    if (this.inputs.has('position_ids')) {
      const positions = BigInt64Array.from(ids, (_, cell) => BigInt(context.length + (cell % width)));
      feeds['position_ids'] = new Tensor(positions, [count, width]);
    }
    return Object.assign(feeds, Object.fromEntries(this.copies.of(context, count)));
  }

  /** @param count positions kept from the end on; a negative number keeps as many features, and the graph stops at its exit */
  private keep(feeds: Record<string, Tensor>, count: number): void {
    if (this.inputs.has('num_logits_to_keep'))
      feeds['num_logits_to_keep'] = new Tensor(new BigInt64Array([BigInt(count)]), []);
  }
}

/** Inputs besides the cache that {@link ModelSession} knows how to fill. */
const KNOWN_INPUTS = ['input_ids', 'attention_mask', 'position_ids', 'num_logits_to_keep'];

function cacheInputs({ inputMetadata }: InferenceSession): CacheInput[] {
  return inputMetadata.flatMap((input) => {
    if (KNOWN_INPUTS.includes(input.name)) return [];
    const refusal = new Error(`The graph's input ${input.name} has a name, shape or type that is not supported.`);
    if (!input.isTensor || !input.name.startsWith('past_key_values.')) throw refusal;
    const { name, type } = input;
    const [, heads, , width] = input.shape;
    if (typeof heads !== 'number' || typeof width !== 'number' || (type !== 'float32' && type !== 'float16'))
      throw refusal;
    return [{ name, type, heads, width }];
  });
}

/** The cache output that belongs to a cache input. */
const presentOf = (input: string): string => input.replace('past_key_values.', 'present.');

/** The numbers of one row (logits or features), so many positions before the last. */
function numbersAt(
  output: InferenceSession.OnnxValueMapType[string] | undefined,
  row: number,
  fromEnd: number,
): Float32Array {
  const tensor = output as Tensor | undefined;
  const [, kept, width] = tensor?.dims ?? [];
  if (!tensor || kept === undefined || width === undefined) throw new Error('The graph gives no logits or features.');
  const start = (row * kept + kept - fromEnd - 1) * width;
  if (tensor.type === 'float16') return widen(halfBits(tensor).subarray(start, start + width));
  return (tensor.data as Float32Array).subarray(start, start + width);
}
