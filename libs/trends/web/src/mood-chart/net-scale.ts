export interface NetScale {
  readonly min: number;
  readonly max: number;
  /** Distance of two marks; the bounds and zero are marks. */
  readonly step: number;
}

/** Most points that are marked every 20; a wider scale is marked every 50. */
const FINE_UP_TO = 120;

/** The scale of a net mood axis: it holds zero and all values and is never so narrow that noise looks like a cliff. */
export function netScale(values: readonly (number | null)[]): NetScale {
  const known = values.filter((value) => value !== null);
  const lowest = Math.min(-1, ...known);
  const highest = Math.max(1, ...known);
  const fine = outwards(lowest, highest, 20);
  return fine.max - fine.min <= FINE_UP_TO ? fine : outwards(lowest, highest, 50);
}

const outwards = (lowest: number, highest: number, step: number): NetScale => ({
  min: Math.floor(lowest / step) * step,
  max: Math.ceil(highest / step) * step,
  step,
});
