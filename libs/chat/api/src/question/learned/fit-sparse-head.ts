import { minimise, softmax } from '@moodline/language-model/api';
import { PLACES, type SparseHead, type Traits } from './sparse-head';

/** A text and which option is right for it. */
export interface FittedRow {
  readonly traits: Traits;
  readonly gold: number;
}

/** How many texts have to share a trait before it is learned from. */
const FEWEST = 2;
const STEPS = 127;

/**
 * Fits a head by multinomial logistic regression with a Gaussian prior around zero: minimises the sum of the rows' negative
 * log-likelihood plus strength / 2 · |W|² by L-BFGS, and keeps each weight in eight bits. The same rows give the same head.
 */
export function fitSparseHead(rows: readonly FittedRow[], options: readonly string[], strength: number): SparseHead {
  const columns = columnsOf(rows);
  const problem = new FitProblem(rows, { columns, options: options.length, strength });
  return inEightBits(
    minimise((point) => problem.at(point), problem.start()),
    { options, columns },
  );
}

/** The rows one after the other. A point has per column one weight an option, then one bias an option. */
class FitProblem {
  /** Where the traits of each row begin. */
  private readonly starts: Uint32Array;
  private readonly columns: Uint32Array;
  private readonly values: Float32Array;
  private readonly gold: Uint8Array;
  private readonly options: number;
  private readonly strength: number;
  private readonly bias: number;

  constructor(
    rows: readonly FittedRow[],
    { columns, options, strength }: { columns: ReadonlyMap<number, number>; options: number; strength: number },
  ) {
    this.starts = new Uint32Array(rows.length + 1);
    rows.forEach(({ traits }, row) => {
      const kept = traits.places.reduce((count, place) => count + Number(columns.has(place)), 0);
      this.starts[row + 1] = (this.starts[row] ?? 0) + kept;
    });
    this.columns = new Uint32Array(this.starts.at(-1) ?? 0);
    this.values = new Float32Array(this.columns.length);
    let at = 0;
    for (const { traits } of rows)
      traits.places.forEach((place, index) => {
        const column = columns.get(place);
        if (column === undefined) return;
        this.columns[at] = column;
        this.values[at++] = traits.values[index] ?? 0;
      });
    this.gold = Uint8Array.from(rows, ({ gold }) => gold);
    this.options = options;
    this.strength = strength;
    this.bias = columns.size * options;
  }

  start(): Float64Array {
    return new Float64Array(this.bias + this.options);
  }

  at(point: Float64Array): { value: number; gradient: Float64Array } {
    const gradient = new Float64Array(point.length);
    let value = 0;
    for (let at = 0; at < this.bias; at++) {
      const weight = point[at] as number;
      value += (this.strength / 2) * weight * weight;
      gradient[at] = this.strength * weight;
    }
    const scores = new Float64Array(this.options);
    for (let row = 0; row < this.gold.length; row++) value -= this.addRow(row, { point, gradient, scores });
    return { value, gradient };
  }

  /** Adds the slope of a row. @returns the logarithm of the chance of what is right */
  private addRow(
    row: number,
    { point, gradient, scores }: Readonly<Record<'point' | 'gradient' | 'scores', Float64Array>>,
  ): number {
    const { options, bias, columns, values } = this;
    const [from, to] = [this.starts[row] as number, this.starts[row + 1] as number];
    for (let option = 0; option < options; option++) scores[option] = point[bias + option] as number;
    for (let at = from; at < to; at++) {
      const base = (columns[at] as number) * options;
      const value = values[at] as number;
      for (let option = 0; option < options; option++)
        scores[option] = (scores[option] as number) + (point[base + option] as number) * value;
    }
    const chances = softmax(Array.from(scores));
    const gold = this.gold[row] as number;
    const told = Math.log(Math.max(chances[gold] as number, Number.MIN_VALUE));
    chances[gold] = (chances[gold] as number) - 1;
    for (let at = from; at < to; at++) {
      const base = (columns[at] as number) * options;
      const value = values[at] as number;
      for (let option = 0; option < options; option++)
        gradient[base + option] = (gradient[base + option] as number) + (chances[option] as number) * value;
    }
    for (let option = 0; option < options; option++)
      gradient[bias + option] = (gradient[bias + option] as number) + (chances[option] as number);
    return told;
  }
}

/** The places that enough rows have, in their order, with a number each. */
function columnsOf(rows: readonly FittedRow[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { traits } of rows) for (const place of traits.places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= FEWEST).map(([place]) => place);
  return new Map(kept.sort((one, other) => one - other).map((place, column) => [place, column]));
}

function inEightBits(
  point: Float64Array,
  { options, columns }: { options: readonly string[]; columns: ReadonlyMap<number, number> },
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
  return { options, weights, scales, bias: [...point.slice(columns.size * options.length)] };
}
