import { sparseScores, type SparseHead, type Traits } from './sparse-head';

/**
 * A linear-chain conditional random field: a head that scores the options of each unit of a text, and what it brings to go from one
 * option to the next.
 * Method: J. Lafferty, A. McCallum, F. Pereira, Conditional random fields, ICML 2001.
 */
export interface SparseChain {
  readonly head: SparseHead;
  /** What it brings to begin with each option. */
  readonly start: readonly number[];
  /** What it brings to go from one option (row) to the next (column). */
  readonly steps: readonly number[];
}

/** Of a step that cannot be. */
export const NEVER = -1_000;

/** An option of a unit, and how sure it is. */
export interface Link {
  readonly option: number;
  readonly probability: number;
}

/** The likeliest options of the units of a text, all taken together (Viterbi), each with its probability by itself. */
export function likeliest(chain: SparseChain, units: readonly Traits[]): Link[] {
  if (!units.length) return [];
  const options = chain.head.options.length;
  const scores = Float64Array.from(units.flatMap((traits) => sparseScores(chain.head, traits)));
  const { marginals } = forwardBackward(scores, chain);
  return bestPath(scores, chain).map((option, unit) => ({
    option,
    probability: marginals[unit * options + option] ?? 0,
  }));
}

function bestPath(scores: Float64Array, { start, steps }: SparseChain): number[] {
  const options = start.length;
  const length = scores.length / options;
  let best = start.map((value, option) => value + (scores[option] as number));
  const cameFrom: number[][] = [];
  for (let unit = 1; unit < length; unit++) {
    const before = best;
    const from = start.map((_, option) =>
      before.reduce(
        (most, value, previous) =>
          value + stepOf(steps, options, previous, option) >
          (before[most] as number) + stepOf(steps, options, most, option)
            ? previous
            : most,
        0,
      ),
    );
    best = from.map(
      (previous, option) =>
        (before[previous] as number) +
        stepOf(steps, options, previous, option) +
        (scores[unit * options + option] as number),
    );
    cameFrom.push(from);
  }
  let last = best.indexOf(Math.max(...best));
  const path = [last];
  for (const from of cameFrom.toReversed()) path.unshift((last = from[last] as number));
  return path;
}

const stepOf = (steps: readonly number[], options: number, from: number, to: number): number =>
  steps[from * options + to] as number;

export interface ChainChances {
  /** Logarithm of the sum over all ways through the text. */
  readonly total: number;
  /** Of each unit the probability of each option. */
  readonly marginals: Float64Array;
  /** How often each step is taken, summed over the text. */
  readonly taken: Float64Array;
}

/** What all ways through a text say together. @param scores of each unit one an option, unit by unit */
export function forwardBackward(scores: Float64Array, { start, steps }: Omit<SparseChain, 'head'>): ChainChances {
  const options = start.length;
  const length = scores.length / options;
  const ahead = new Float64Array(scores.length);
  const behind = new Float64Array(scores.length);
  const parts = new Float64Array(options);
  for (let option = 0; option < options; option++)
    ahead[option] = (start[option] as number) + (scores[option] as number);
  for (let unit = 1; unit < length; unit++)
    for (let to = 0; to < options; to++) {
      for (let from = 0; from < options; from++)
        parts[from] = (ahead[(unit - 1) * options + from] as number) + (steps[from * options + to] as number);
      ahead[unit * options + to] = logSum(parts) + (scores[unit * options + to] as number);
    }
  for (let unit = length - 2; unit >= 0; unit--)
    for (let from = 0; from < options; from++) {
      for (let to = 0; to < options; to++) {
        const next = (unit + 1) * options + to;
        parts[to] = (steps[from * options + to] as number) + (scores[next] as number) + (behind[next] as number);
      }
      behind[unit * options + from] = logSum(parts);
    }
  const total = logSum(ahead.subarray((length - 1) * options));
  const marginals = ahead.map((value, at) => Math.exp(value + (behind[at] as number) - total));
  const taken = new Float64Array(options * options);
  for (let unit = 1; unit < length; unit++)
    for (let step = 0; step < taken.length; step++) {
      const before = (unit - 1) * options + Math.floor(step / options);
      const after = unit * options + (step % options);
      const way =
        (ahead[before] as number) +
        (steps[step] as number) +
        (scores[after] as number) +
        (behind[after] as number) -
        total;
      taken[step] = (taken[step] as number) + Math.exp(way);
    }
  return { total, marginals, taken };
}

function logSum(values: Float64Array): number {
  let most = -Infinity;
  for (let at = 0; at < values.length; at++) most = Math.max(most, values[at] as number);
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += Math.exp((values[at] as number) - most);
  return most + Math.log(sum);
}
