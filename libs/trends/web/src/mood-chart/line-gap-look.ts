import { isLineGap } from '@moodline/trends/contract';

/**
 * How a line of chart.js, and what is filled below it, looks where it breaks (see {@link isLineGap}): not at all. With `spanGaps` chart.js asks for
 * the style of every step from one place to the next, also of those without a value: all steps of a gap have to look alike.
 * @param values what the line is drawn through; null where nothing is known
 */
export function gapOf(values: readonly (number | null)[]) {
  const steps = stepsInGaps(values);
  const hidden = ({ p1DataIndex }: { readonly p1DataIndex: number }) =>
    steps.has(p1DataIndex) ? 'transparent' : undefined;
  return { borderColor: hidden, backgroundColor: hidden };
}

/** Steps inside of gaps, by the place that they lead to. */
function stepsInGaps(values: readonly (number | null)[]): ReadonlySet<number> {
  const steps = new Set<number>();
  let last: number | null = null;
  values.forEach((value, index) => {
    if (value === null) return;
    if (last !== null && isLineGap(last, index, values.length))
      for (let step = last + 1; step <= index; step++) steps.add(step);
    last = index;
  });
  return steps;
}
