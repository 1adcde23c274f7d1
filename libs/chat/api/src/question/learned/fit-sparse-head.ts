import { minimise, softmax } from '@moodline/language-model/api';
import { fourDigits, PLACES, type SparseHead, type Traits } from './sparse-head';
import { columnsOf, priorOf, SparseRows } from './sparse-rows';

/** A text and which option is right for it. */
export interface FittedRow {
  readonly traits: Traits;
  readonly gold: number;
}

const STEPS = 127;

/**
 * Fits a head by multinomial logistic regression with a Gaussian prior around zero: minimises the sum of the rows' negative
 * log-likelihood plus strength / 2 · |W|² by L-BFGS, and keeps each weight in eight bits. The same rows give the same head.
 */
export function fitSparseHead(rows: readonly FittedRow[], options: readonly string[], strength: number): SparseHead {
  const traits = rows.map((row) => row.traits);
  const columns = columnsOf(traits);
  const kept = new SparseRows(traits, columns, options.length);
  const at = (point: Float64Array) => {
    const gradient = new Float64Array(point.length);
    let value = priorOf(point, gradient, kept.bias, strength);
    const scores = new Float64Array(options.length);
    rows.forEach(({ gold }, row) => {
      kept.score(row, point, scores);
      const errors = Float64Array.from(softmax(Array.from(scores)));
      value -= Math.log(Math.max(errors[gold] as number, Number.MIN_VALUE));
      errors[gold] = (errors[gold] as number) - 1;
      kept.addSlope(row, errors, gradient);
    });
    return { value, gradient };
  };
  return inEightBits(minimise(at, new Float64Array(kept.bias + options.length)), { options, columns, rows: kept });
}

/** A point as {@link SparseRows} has it as a head: weights of traits in eight bits, those of dense numbers with four digits. */
export function inEightBits(
  point: Float64Array,
  { options, columns, rows }: { options: readonly string[]; columns: ReadonlyMap<number, number>; rows: SparseRows },
): SparseHead {
  const weights = new Int8Array(options.length * PLACES);
  const own = (column: number, option: number): number => point[column * options.length + option] ?? 0;
  const scales = options.map((_, option) => {
    const highest = [...columns.values()].reduce((most, column) => Math.max(most, Math.abs(own(column, option))), 0);
    const scale = highest / STEPS;
    for (const [place, column] of columns)
      weights[option * PLACES + place] = scale ? Math.round(own(column, option) / scale) : 0;
    return scale;
  });
  const [dense, bias] = [columns.size * options.length, rows.bias];
  return {
    options,
    weights,
    scales,
    bias: [...point.slice(bias, bias + options.length)],
    ...(bias > dense && { dense: [...point.slice(dense, bias)].map(fourDigits) }),
  };
}
