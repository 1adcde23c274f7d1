import type { AlertMeasure, Detection, Sensitivity } from '@moodline/alerts/contract';
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

/**
 * Goes through a series and finds when a rule fires: N readings in a row that are unusual, rest on enough comments and differ by enough,
 * or a single one that is very unusual; over when calm; then a pause. It depends on the series alone, so that a preview says what the same rule does tomorrow, and counts that come late are seen.
 * @param first hour from which on readings count; what lies before says what is usual
 */
export function findAlarms(series: HourSeries, rule: DetectionRule, first: number): Alarm[] {
  const readings = new Readings(series, rule.measure, rule);
  const threshold = THRESHOLDS[rule.sensitivity];
  const alarms: Alarm[] = [];
  let open = null as Alarm | null;
  let [hot, calm, pausedUntil] = [0, 0, -1];
  for (let hour = Math.max(0, first); hour < series.length; hour++) {
    const look = readings.at(hour);
    if (!look) continue;
    const unusual = look.z >= threshold && look.tells;
    if (!open) {
      hot = unusual ? hot + 1 : 0;
      const enough = hot >= rule.inARow || (unusual && look.z >= threshold * STRONG);
      if (!enough || hour < pausedUntil) continue;
      open = { from: hour - hot + 1, firedAt: hour, overAt: null, peak: look, last: look };
      [hot, calm] = [0, 0];
      continue;
    }
    open = { ...open, last: look, peak: look.z > open.peak.z && look.tells ? look : open.peak };
    calm = look.z < threshold * RELEASE ? calm + 1 : 0;
    if (calm < CALM_READINGS) continue;
    alarms.push({ ...open, overAt: hour });
    open = null;
    pausedUntil = hour + rule.coolDownHours;
  }
  return open ? [...alarms, open] : alarms;
}
