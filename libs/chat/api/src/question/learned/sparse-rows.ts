import type { Traits } from './sparse-head';

/** How many rows have to share a trait before it is learned from. */
const FEWEST = 2;

/** The places that enough rows have, in their order, with a number each. */
export function columnsOf(rows: readonly Traits[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { places } of rows) for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= FEWEST).map(([place]) => place);
  return new Map(kept.sort((one, other) => one - other).map((place, column) => [place, column]));
}

/**
 * Rows of traits one after the other, against a point that has one weight a column and option, then for each option one weight a dense
 * number, and then one bias an option.
 */
export class SparseRows {
  /** Where the biases begin in a point. */
  readonly bias: number;
  private readonly denseStart: number;
  private readonly width: number;
  private readonly dense: readonly (Float32Array | undefined)[];
  /** Where the traits of each row begin. */
  private readonly starts: Uint32Array;
  private readonly columns: Uint32Array;
  private readonly values: Float32Array;

  constructor(
    rows: readonly Traits[],
    columns: ReadonlyMap<number, number>,
    private readonly options: number,
  ) {
    this.dense = rows.map(({ dense }) => dense);
    this.width = rows[0]?.dense?.length ?? 0;
    this.denseStart = columns.size * options;
    this.bias = this.denseStart + this.width * options;
    this.starts = new Uint32Array(rows.length + 1);
    rows.forEach(({ places }, row) => {
      const kept = places.reduce((count, place) => count + Number(columns.has(place)), 0);
      this.starts[row + 1] = (this.starts[row] ?? 0) + kept;
    });
    this.columns = new Uint32Array(this.starts.at(-1) ?? 0);
    this.values = new Float32Array(this.columns.length);
    let at = 0;
    for (const traits of rows)
      traits.places.forEach((place, index) => {
        const column = columns.get(place);
        if (column === undefined) return;
        this.columns[at] = column;
        this.values[at++] = traits.values[index] ?? 0;
      });
  }

  /** Writes the score of each option of a row to `scores`, from `to` on. */
  score(row: number, point: Float64Array, scores: Float64Array, to = 0): void {
    const { options, bias, columns, values } = this;
    const [from, end] = [this.starts[row] as number, this.starts[row + 1] as number];
    for (let option = 0; option < options; option++) scores[to + option] = point[bias + option] as number;
    for (let at = from; at < end; at++) {
      const base = (columns[at] as number) * options;
      const value = values[at] as number;
      for (let option = 0; option < options; option++)
        scores[to + option] = (scores[to + option] as number) + (point[base + option] as number) * value;
    }
    const dense = this.dense[row];
    if (!dense) return;
    for (let option = 0; option < options; option++) {
      const base = this.denseStart + option * this.width;
      let sum = 0;
      for (let at = 0; at < dense.length; at++) sum += (point[base + at] as number) * (dense[at] as number);
      scores[to + option] = (scores[to + option] as number) + sum;
    }
  }

  /** Adds to `gradient` what the scores of a row are to change by; of each option `errors`, from `from` on. */
  addSlope(row: number, errors: Float64Array, gradient: Float64Array, from = 0): void {
    const { options, bias, columns, values } = this;
    const [start, end] = [this.starts[row] as number, this.starts[row + 1] as number];
    for (let at = start; at < end; at++) {
      const base = (columns[at] as number) * options;
      const value = values[at] as number;
      for (let option = 0; option < options; option++)
        gradient[base + option] = (gradient[base + option] as number) + (errors[from + option] as number) * value;
    }
    const dense = this.dense[row];
    for (let option = 0; option < options; option++) {
      const error = errors[from + option] as number;
      gradient[bias + option] = (gradient[bias + option] as number) + error;
      if (!dense) continue;
      const base = this.denseStart + option * this.width;
      for (let at = 0; at < dense.length; at++)
        gradient[base + at] = (gradient[base + at] as number) + error * (dense[at] as number);
    }
  }
}

/** The prior around zero: half of `strength` times the square of each weight. Fills the gradient. @returns its value */
export function priorOf(point: Float64Array, gradient: Float64Array, weights: number, strength: number): number {
  let value = 0;
  for (let at = 0; at < weights; at++) {
    const weight = point[at] as number;
    value += (strength / 2) * weight * weight;
    gradient[at] = strength * weight;
  }
  return value;
}
