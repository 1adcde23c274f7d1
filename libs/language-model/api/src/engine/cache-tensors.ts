import { Tensor } from 'onnxruntime-node';
import { halfBits, halfTensor } from './half-floats';

/** How far a graph reads: all its layers, or up to its exit, where it gives features instead of words. */
export type Depth = 'whole' | 'exit';

/**
 * Keys and values of the tokens read so far, one tensor per `past_key_values.*` input of the graph. What was read at one depth
 * says nothing at the other: a graph fed with the wrong one answers wrongly and without an error, so the types keep them apart.
 */
export interface KeyValueCache<D extends Depth = Depth> {
  readonly depth: D;
  /** Tokens in the cache. */
  readonly length: number;
  readonly tensors: ReadonlyMap<string, Tensor>;
}

/** A `past_key_values.*` input of the graph. */
export interface CacheInput {
  readonly name: string;
  readonly type: 'float32' | 'float16';
  readonly heads: number;
  readonly width: number;
}

type Numbers = Float32Array | Uint16Array;

/** Memory that copies of one context may take, in bytes: 74 rows behind the label role. */
const COPIES_BYTES = 64 * 1024 * 1024;

export function cacheTensor(type: CacheInput['type'], numbers: Numbers, dims: readonly number[]): Tensor {
  return numbers instanceof Uint16Array ? halfTensor(numbers, dims) : new Tensor(type, numbers, dims);
}

/** A tensor the graph gave, as it may be fed again. */
export function feedable(tensor: Tensor): Tensor {
  return tensor.type === 'float16' ? halfTensor(halfBits(tensor), tensor.dims) : tensor;
}

/**
 * Repeats a context for each row of a batch. The copies stay for the next batch, where fewer rows take the first of them: work
 * on many texts in one role copies its prefix about once. Only the last context repeated is held.
 */
export class ContextCopies {
  private context: KeyValueCache | null = null;
  private rows = 0;
  private copies = new Map<string, Numbers>();

  /** @param bytes memory that the copies may take. */
  constructor(private readonly bytes: number = COPIES_BYTES) {}

  /** Most rows that a batch behind this context should have. */
  most(context: KeyValueCache): number {
    const size = [...context.tensors.values()].reduce((sum, tensor) => sum + numbersOf(tensor).byteLength, 0);
    return size === 0 ? Infinity : Math.max(1, Math.floor(this.bytes / size));
  }

  /** The context once per row. The tensors are good until the next call. */
  of(context: KeyValueCache, rows: number): ReadonlyMap<string, Tensor> {
    if (rows === 1) return context.tensors;
    if (context !== this.context || rows > this.rows) this.copy(context, rows);
    const repeated = [...context.tensors].map(([name, tensor]) => {
      const [, ...rest] = tensor.dims;
      const numbers = this.copies.get(name)?.subarray(0, rows * numbersOf(tensor).length) ?? numbersOf(tensor);
      return [name, cacheTensor(tensor.type === 'float16' ? 'float16' : 'float32', numbers, [rows, ...rest])] as const;
    });
    return new Map(repeated);
  }

  private copy(context: KeyValueCache, rows: number): void {
    this.copies = new Map();
    for (const [name, tensor] of context.tensors) {
      const one = numbersOf(tensor);
      const all = one instanceof Uint16Array ? new Uint16Array(one.length * rows) : new Float32Array(one.length * rows);
      for (let row = 0; row < rows; row++) all.set(one, row * one.length);
      this.copies.set(name, all);
    }
    this.context = context;
    this.rows = rows;
  }
}

function numbersOf(tensor: Tensor): Numbers {
  return tensor.type === 'float16' ? halfBits(tensor) : (tensor.data as Float32Array);
}
