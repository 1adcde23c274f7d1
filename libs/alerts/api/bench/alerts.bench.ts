/**
 * How soon rules fire in simulated crises, and how often in quiet weeks, beside a plain fixed threshold that is set so that it gives as
 * many false alarms. `npm run bench -- alerts --rounds 20`
 */
import { printTable } from '@moodline/shared/testing';
import { findAlarms, type Alarm, type DetectionRule } from '../src/detection/alarms';
import { GAUGES, type GaugedMeasure } from '../src/detection/gauge';
import type { HourSeries } from '../src/detection/hour-series';
import { median } from '../src/detection/robust';
import { detectionSchema } from '@moodline/alerts/contract';
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
  const gauge = GAUGES[rule.measure as GaugedMeasure];
  const values = weeks.flatMap((series) =>
    Array.from({ length: QUIET_WEEKS * WEEK }, (_, hour) =>
      series.window(HISTORY * WEEK + hour, rule.windowHours),
    ).flatMap((counts) =>
      counts && gauge.n(counts) >= rule.leastN ? [gauge.sign * gauge.shown(gauge.scaled(counts))] : [],
    ),
  );
  values.sort((a, b) => a - b);
  let [low, high] = [Math.floor(values.length * 0.8), values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (falseAlarms(fixed(rule, gauge.sign * (values[middle] ?? 0)), weeks) <= allowed) high = middle;
    else low = middle + 1;
  }
  return gauge.sign * (values[low] ?? 0);
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
