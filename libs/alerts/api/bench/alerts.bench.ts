/**
 * How soon rules fire in simulated crises, and how often in quiet weeks, beside a plain fixed threshold that is set so that it gives as
 * many false alarms; then the same on the demo. `npm run bench -- alerts --rounds 20`
 */
import { printTable } from '@moodline/shared/testing';
import { findAlarms, type Alarm, type DetectionRule } from '../src/detection/alarms';
import { GAUGES, type GaugedMeasure } from '../src/detection/gauge';
import type { HourSeries } from '../src/detection/hour-series';
import { median } from '../src/detection/robust';
import { detectionSchema } from '@moodline/alerts/contract';
import { DEMO_CRISIS, demoWeeks } from './demo-weeks';
import { BRANDS, SHAPES, simulate, WEEK, type Brand, type Shape } from './simulated-weeks';

const { rounds = 12 } = (globalThis as { bench?: { rounds?: number } }).bench ?? {};
const HISTORY = 8;
const QUIET_WEEKS = 26;

type Detector = (series: HourSeries, first: number) => Pick<Alarm, 'firedAt'>[];

const robust =
  (rule: DetectionRule): Detector =>
  (series, first) =>
    findAlarms(series, rule, first);

/** As many products do it: the share (or number) of the window is above one number, whatever the hour. */
function fixed(rule: DetectionRule, threshold: number): Detector {
  const gauge = GAUGES[rule.measure as GaugedMeasure];
  return (series, first) => {
    const alarms: { firedAt: number }[] = [];
    let [hot, calm, open, paused] = [0, 0, false, -1];
    for (let hour = first; hour < series.length; hour++) {
      const counts = series.window(hour, rule.windowHours);
      if (!counts) continue;
      const n = gauge.n(counts);
      const above = n >= rule.leastN && gauge.sign * gauge.shown(gauge.scaled(counts)) >= gauge.sign * threshold;
      hot = above ? hot + 1 : 0;
      calm = above ? 0 : calm + 1;
      if (!open && hot >= rule.inARow && hour >= paused) {
        alarms.push({ firedAt: hour });
        open = true;
      } else if (open && calm >= 3) {
        open = false;
        paused = hour + rule.coolDownHours;
      }
    }
    return alarms;
  };
}

const quiet = (brand: Brand) =>
  Array.from({ length: rounds }, (_, round) => simulate(brand, HISTORY + QUIET_WEEKS, 1_000 + round));
const falseAlarms = (detector: Detector, weeks: readonly HourSeries[]) =>
  weeks.reduce((sum, series) => sum + detector(series, HISTORY * WEEK).length, 0) / (weeks.length * QUIET_WEEKS);

/** The lowest threshold that gives no more false alarms. */
function tuned(rule: DetectionRule, weeks: readonly HourSeries[], allowed: number): number {
  const rateOf = (threshold: number) => falseAlarms(fixed(rule, threshold), weeks);
  return lowest(
    valuesOf(rule, weeks, { from: HISTORY * WEEK, hours: QUIET_WEEKS * WEEK }),
    rule,
    (threshold) => rateOf(threshold) <= allowed,
  );
}

/** What a rule would have read, in its bad direction. */
function valuesOf(rule: DetectionRule, weeks: readonly HourSeries[], { from, hours }: { from: number; hours: number }) {
  const gauge = GAUGES[rule.measure as GaugedMeasure];
  const values = weeks.flatMap((series) =>
    Array.from({ length: hours }, (_, hour) => series.window(from + hour, rule.windowHours)).flatMap((counts) =>
      counts && gauge.n(counts) >= rule.leastN ? [gauge.sign * gauge.shown(gauge.scaled(counts))] : [],
    ),
  );
  return values.sort((a, b) => a - b);
}

/** The lowest of the upper fifth of sorted values that is good enough as a threshold. */
function lowest(
  values: readonly number[],
  { measure }: DetectionRule,
  isEnough: (threshold: number) => boolean,
): number {
  const { sign } = GAUGES[measure as GaugedMeasure];
  let [low, high] = [Math.floor(values.length * 0.8), values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(sign * (values[middle] ?? 0))) high = middle;
    else low = middle + 1;
  }
  return sign * (values[low] ?? 0);
}

interface Outcome {
  readonly delay: number;
  readonly missed: number;
}

/** Delay in hours from the beginning of the crisis to the reading that fires, a missed crisis counting as its whole length. */
function outcome(detector: Detector, brand: Brand, shape: Shape, times: number): Outcome {
  const delays = Array.from({ length: times }, (_, round) => {
    const at = (HISTORY + 1) * WEEK + ((round * 37) % WEEK);
    const series = simulate(brand, HISTORY + 3, 5_000 + round, { shape, at });
    const hit = detector(series, HISTORY * WEEK).find(({ firedAt }) => firedAt >= at && firedAt < at + shape.hours + 3);
    return hit ? hit.firedAt - at + 1 : null;
  });
  const missed = delays.filter((delay) => delay === null).length / times;
  return { delay: median(delays.map((delay) => delay ?? shape.hours)), missed: 100 * missed };
}

const defaults = detectionSchema.parse({});

it.each([
  ['negative-share', 'mood'],
  ['net-mood', 'mood'],
  ['volume', 'volume'],
] as const)('fires at %s', (measure) => {
  const rule: DetectionRule = { ...defaults, measure };
  const rows = BRANDS.flatMap((brand) => {
    const weeks = quiet(brand);
    const rate = falseAlarms(robust(rule), weeks);
    const threshold = tuned(rule, weeks, Math.max(rate, 1 / (rounds * QUIET_WEEKS)));
    const plain = fixed(rule, threshold);
    const plainRate = falseAlarms(plain, weeks);
    return SHAPES.filter(({ name }) => measure !== 'volume' || !name.includes('mood only')).map((shape) => {
      const [ours, theirs] = [robust(rule), plain].map((one) => outcome(one, brand, shape, rounds * 3));
      return [
        `${brand.name}, ${brand.rate}/h`,
        shape.name,
        rate.toFixed(3),
        plainRate.toFixed(3),
        ours?.delay ?? NaN,
        theirs?.delay ?? NaN,
        `${ours?.missed.toFixed(0)} %`,
        `${theirs?.missed.toFixed(0)} %`,
      ];
    });
  });
  printTable(
    `${measure}: window ${rule.windowHours} h, ${rule.inARow} in a row, at least ${rule.leastN}, ${rule.sensitivity}; ${rounds} × ${QUIET_WEEKS} quiet weeks, ${rounds * 3} crises a row`,
    ['brand', 'crisis', 'false/week', 'fixed', 'delay h', 'fixed h', 'missed', 'fixed'],
    rows,
  );
  expect(rows.length).toBeGreaterThan(0);
});

/** Days of the demo after which there are readings, by the same hour of the days before. */
const DEMO_FIRST = 10 * 24;

it('fires on the demo', () => {
  const series = demoWeeks();
  const rows = (['negative-share', 'net-mood', 'volume'] as const).flatMap((measure) =>
    [3, 12, 24].map((windowHours) => {
      const rule: DetectionRule = { ...defaults, measure, windowHours };
      const early = (detector: Detector) =>
        detector(series, DEMO_FIRST).filter(({ firedAt }) => firedAt < DEMO_CRISIS).length;
      const allowed = early(robust(rule));
      const values = valuesOf(rule, [series], { from: DEMO_FIRST, hours: DEMO_CRISIS - DEMO_FIRST });
      const plain = fixed(
        rule,
        lowest(values, rule, (threshold) => early(fixed(rule, threshold)) <= allowed),
      );
      const delay = (detector: Detector) => {
        const hit = detector(series, DEMO_FIRST).find(({ firedAt }) => firedAt >= DEMO_CRISIS);
        return hit ? String(hit.firedAt - DEMO_CRISIS + 1) : 'none';
      };
      return [measure, windowHours, allowed, early(plain), delay(robust(rule)), delay(plain)];
    }),
  );
  printTable(
    'the demo: 23 days before its crisis, and the hours from the first complaint to the alarm',
    ['measure', 'window h', 'false', 'fixed', 'delay h', 'fixed h'],
    rows,
  );
  expect(rows).toHaveLength(9);
});
