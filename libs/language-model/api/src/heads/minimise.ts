/** A function of many numbers with its slope. */
export type Sloped = (point: Float64Array) => { readonly value: number; readonly gradient: Float64Array };

/** Steps whose curvature is remembered. */
const MEMORY = 10;
const MAX_STEPS = 200;
/** The search ends where a step lowers the value by less than this share of it. */
const TOLERANCE = 1e-6;
/** A step is taken when it lowers the value by this share of what the slope promises (Armijo). */
const SUFFICIENT = 1e-4;
const MAX_HALVINGS = 30;

interface Curvature {
  readonly step: Float64Array;
  readonly change: Float64Array;
  /** 1 / (step · change) */
  readonly rho: number;
}

/**
 * The lowest point of a smooth convex function, by L-BFGS with backtracking: no chance is in it, the same function gives the same point.
 * Method: J. Nocedal, S. J. Wright, Numerical Optimization, 2nd ed. 2006, algorithms 7.4 and 7.5.
 * @param start not changed
 */
export function minimise(sloped: Sloped, start: Float64Array): Float64Array {
  let point: Float64Array = Float64Array.from(start);
  let { value, gradient }: { value: number; gradient: Float64Array } = sloped(point);
  const known: Curvature[] = [];
  for (let step = 0; step < MAX_STEPS; step++) {
    const direction = descent(gradient, known);
    const promised = dot(direction, gradient);
    if (promised > -Number.EPSILON) break;
    const next = lineSearch(sloped, { point, value, direction, promised });
    if (!next) break;
    remember(known, difference(next.point, point), difference(next.gradient, gradient));
    const gained = value - next.value;
    ({ point, value, gradient } = next);
    if (gained < TOLERANCE * Math.max(1, Math.abs(value))) break;
  }
  return point;
}

/** The two loops of algorithm 7.4: the gradient turned by what is known of the curvature. Without any, a step of length one. */
function descent(gradient: Float64Array, known: readonly Curvature[]): Float64Array {
  const direction = Float64Array.from(gradient, (slope) => -slope);
  const last = known.at(-1);
  if (!last) return scale(direction, 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))));
  const shares = known.toReversed().map(({ step, change, rho }) => {
    const share = rho * dot(step, direction);
    add(direction, change, -share);
    return share;
  });
  scale(direction, 1 / (last.rho * dot(last.change, last.change)));
  known.forEach(({ step, change, rho }, index) =>
    add(direction, step, (shares[known.length - 1 - index] ?? 0) - rho * dot(change, direction)),
  );
  return direction;
}

/** Halves the step until it lowers the value enough. @returns null when no step does, which is the case at the lowest point */
function lineSearch(
  sloped: Sloped,
  {
    point,
    value,
    direction,
    promised,
  }: Readonly<Record<'point' | 'direction', Float64Array>> & Record<'value' | 'promised', number>,
): { point: Float64Array; value: number; gradient: Float64Array } | null {
  let size = 1;
  for (let halving = 0; halving < MAX_HALVINGS; halving++, size /= 2) {
    const tried = Float64Array.from(point, (at, index) => at + size * (direction[index] ?? 0));
    const found = sloped(tried);
    if (found.value <= value + SUFFICIENT * size * promised) return { point: tried, ...found };
  }
  return null;
}

function remember(known: Curvature[], step: Float64Array, change: Float64Array): void {
  const curvature = dot(step, change);
  if (curvature <= Number.EPSILON) return;
  known.push({ step, change, rho: 1 / curvature });
  if (known.length > MEMORY) known.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number);
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let index = 0; index < to.length; index++) to[index] = (to[index] as number) + times * (what[index] as number);
}

function scale(what: Float64Array, by: number): Float64Array {
  for (let index = 0; index < what.length; index++) what[index] = (what[index] as number) * by;
  return what;
}

const difference = (a: Float64Array, b: Float64Array) => a.map((value, index) => value - (b[index] as number));
