import type { AlertMeasure, Detection, Sensitivity } from '@moodline/alerts/contract';
import { Drift } from './drift';
import type { HourSeries } from './hour-series';
import { Readings, type Look } from './readings';

/** From which z on a reading is unusual. Chosen by `npm run bench -- alerts`: see docs/benchmarks.md. */
export const THRESHOLDS: Readonly<Record<Sensitivity, number>> = { high: 2.8, medium: 3.4, low: 4.5 };
/** So many times its threshold, one reading is enough: what is that unusual need not be seen twice. */
const STRONG = 1.75;
/** An alarm is over when readings are below this part of its threshold: between the two nothing changes (hysteresis). */
const RELEASE = 0.5;
/** Readings in a row that have to be calm for that. */
const CALM_READINGS = 3;

/** A time during which a measure was unusual. Hours are indices of the series. */
export interface Alarm {
  /** First of the readings in a row. */
  readonly from: number;
  /** The reading with which it fired. */
  readonly firedAt: number;
  /** The reading with which it was over; null: it goes on. */
  readonly overAt: number | null;
  /** The most unusual reading. */
  readonly peak: Look;
  readonly last: Look;
}

export interface DetectionRule extends Detection {
  readonly measure: AlertMeasure;
}

/** Readings in a row that are unusual, and that are calm. */
interface Runs {
  readonly hot: number;
  readonly calm: number;
}

/**
 * Goes through a series and finds when a rule fires: N readings in a row that are unusual, rest on enough comments and differ by enough,
 * or a single one that is very unusual, or hours that say so together (`Drift`); over when calm; then a pause. It depends on the series
 * alone, so that a preview says what the same rule does tomorrow, and counts that come late are seen.
 * @param first hour from which on readings count; what lies before says what is usual
 */
export function findAlarms(series: HourSeries, rule: DetectionRule, first: number): Alarm[] {
  const readings = new Readings(series, rule.measure, rule);
  const drift = Drift.of(series, rule);
  const alarms: Alarm[] = [];
  let open = null as Alarm | null;
  let runs: Runs = { hot: 0, calm: 0 };
  let [overAt, pausedUntil] = [-1, -1];
  for (let hour = Math.max(0, first); hour < series.length; hour++) {
    const look = readings.at(hour);
    if (!look) continue;
    const together = drift?.at(hour, overAt);
    runs = runsWith(runs, look, rule, together?.isCalm ?? true);
    if (!open) {
      if (hour < pausedUntil) continue;
      open = openedBy(look, runs, rule) ?? (together?.look ? openedTogether(together.look) : null);
      if (open) runs = { hot: 0, calm: 0 };
      continue;
    }
    open = { ...open, last: look, peak: look.z > open.peak.z && look.tells ? look : open.peak };
    if (runs.calm < CALM_READINGS) continue;
    alarms.push({ ...open, overAt: hour });
    open = null;
    overAt = hour;
    pausedUntil = hour + rule.coolDownHours;
  }
  return open ? [...alarms, open] : alarms;
}

const isUnusual = ({ z, tells }: Look, { sensitivity }: DetectionRule): boolean =>
  z >= THRESHOLDS[sensitivity] && tells;

function runsWith({ hot, calm }: Runs, look: Look, rule: DetectionRule, isCalmTogether: boolean): Runs {
  const isCalm = isCalmTogether && look.z < THRESHOLDS[rule.sensitivity] * RELEASE;
  return { hot: isUnusual(look, rule) ? hot + 1 : 0, calm: isCalm ? calm + 1 : 0 };
}

/** An alarm of readings that are unusual by themselves. */
function openedBy(look: Look, { hot }: Runs, rule: DetectionRule): Alarm | null {
  const isStrong = isUnusual(look, rule) && look.z >= THRESHOLDS[rule.sensitivity] * STRONG;
  if (hot < rule.inARow && !isStrong) return null;
  return { from: look.hour - hot + 1, firedAt: look.hour, overAt: null, peak: look, last: look };
}

/** An alarm of hours that are unusual together. */
const openedTogether = (look: Look): Alarm => ({
  ...{ from: look.hour - (look.hours ?? 1) + 1, firedAt: look.hour, overAt: null },
  ...{ peak: look, last: look },
});
