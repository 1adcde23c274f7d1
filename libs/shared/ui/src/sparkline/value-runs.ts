export interface PlacedValue {
  readonly index: number;
  readonly value: number;
}

/** The parts of a line of values; null is where nothing is known. @param bridge across how many places at most, from one value to the next, it is drawn */
export function valueRuns(values: readonly (number | null)[], bridge: number): PlacedValue[][] {
  const runs: PlacedValue[][] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && index - last.index <= bridge) run.push({ index, value });
    else runs.push([{ index, value }]);
  });
  return runs;
}
