export interface DrawnLine {
  readonly path: string;
  /** Place of the last value in percent of width and height; null without values. */
  readonly last: { readonly x: number; readonly y: number } | null;
}

/** An SVG path on a field of 100 × 100. A null is a gap, or the line goes past it (`past`); a value alone between gaps is a dot. */
export function sparklinePath(
  values: readonly (number | null)[],
  bounds: { readonly min: number; readonly max: number },
  past = false,
): DrawnLine {
  const span = bounds.max - bounds.min;
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  const round = (value: number) => Math.round(value * 100) / 100;
  let path = '';
  let last: DrawnLine['last'] = null;
  let drawing = false;
  values.forEach((value, index) => {
    if (value === null) {
      drawing &&= past;
      return;
    }
    const x = round(index * step);
    const y = round(span > 0 ? ((bounds.max - value) / span) * 100 : 50);
    // A line of no length shows as a dot with round caps.
    path += drawing ? `L${x} ${y}` : `M${x} ${y}L${x} ${y}`;
    drawing = true;
    last = { x, y };
  });
  return { path, last };
}
