import type { AlertMeasure, Detection, Sensitivity } from '@moodline/alerts/contract';
import { GAUGES, type DriftOf, type Gauge, type GaugedMeasure } from './gauge';
import { NO_COMMENTS, type HourSeries } from './hour-series';
import { Readings, type Look } from './readings';
import { robustZ } from './robust';

/** Hours that are added up at the most: what is decided at an hour depends on these, wherever the series begins. */
const DRIFT_HOURS = 48;
/** How the past says what is usual for an hour: windows of the rule, but not shorter than so many hours, with a third of so many comments. */
const [USUAL_HOURS, USUAL_N] = [3, 15];
const LIMITS: Readonly<Record<Sensitivity, number>> = { high: 0.75, medium: 1, low: 1.4 };
/** An alarm is over when less than this part of the evidence is left. */
const RELEASE = 0.5;

/** The most evidence of the hours that end with one, and which hours those are. */
export interface DriftLook {
  readonly isCalm: boolean;
  /** What those hours say together, where that is enough to fire. */
  readonly look: Look | null;
}

/**
 * Adds up what single hours say about a shift that stays, weighed by their comments: a fall of the mood that no hour of a few comments can
 * show by itself is seen after some of them. Cumulative sums of the log-likelihood ratio of a shift against none (Page, Biometrika 41
 * (1954) 100) over the last hours only; chance is that of the gauge times the spread.
 */
export class Drift {
  private readonly known = new Map<number, number>();

  private constructor(
    private readonly series: HourSeries,
    private readonly readings: Readings,
    private readonly gauge: Gauge & { readonly drift: DriftOf },
    private readonly rule: Pick<Detection, 'sensitivity' | 'leastN'>,
  ) {}

  /** @returns null for measures that have none */
  static of(series: HourSeries, rule: Detection & { readonly measure: AlertMeasure }): Drift | null {
    const gauge: Gauge | undefined = GAUGES[rule.measure as GaugedMeasure];
    if (!gauge?.drift) return null;
    const windows = { windowHours: Math.max(USUAL_HOURS, rule.windowHours), leastN: USUAL_N };
    return new Drift(series, new Readings(series, rule.measure, windows), { ...gauge, drift: gauge.drift }, rule);
  }

  /** @param after hours up to this one count no more: they belong to an alarm that is over */
  at(hour: number, after: number): DriftLook {
    const limit = this.gauge.drift.limit * LIMITS[this.rule.sensitivity];
    let sum = 0;
    let start = Math.max(after, hour - DRIFT_HOURS) + 1;
    for (let one = start; one <= hour; one++) {
      // More than enough evidence is not kept: what is over would go on for as long.
      sum = Math.min(limit, Math.max(0, sum + this.evidence(one)));
      if (sum === 0) start = one + 1;
    }
    const look = sum >= limit ? this.lookOf(hour, hour - start + 1) : null;
    return { isCalm: sum < limit * RELEASE, look: look?.tells ? look : null };
  }

  /** What an hour adds: above 0 where it is more like the shift than like what is usual. */
  private evidence(hour: number): number {
    const known = this.known.get(hour);
    if (known !== undefined) return known;
    const found = this.found(hour);
    this.known.set(hour, found);
    return found;
  }

  private found(hour: number): number {
    const counts = this.series.window(hour, 1);
    const usual = counts && this.gauge.n(counts) > 0 ? this.readings.usualAt(hour) : null;
    if (!counts || !usual) return 0;
    const { shift } = this.gauge.drift;
    const off = this.gauge.sign * (this.gauge.scaled(counts) - usual.middle);
    return (shift * (off - shift / 2)) / (this.gauge.chance(usual.middle, counts) * usual.spread) ** 2;
  }

  private lookOf(hour: number, hours: number): Look {
    const { gauge } = this;
    const counts = this.series.window(hour, hours) ?? NO_COMMENTS;
    const n = gauge.n(counts);
    let [weighed, spread, of] = [0, 1, 0];
    for (let back = 0; back < hours; back++) {
      const [own, usual] = [this.series.window(hour - back, 1), this.readings.usualAt(hour - back)];
      if (!own || !usual) continue;
      weighed += usual.middle * gauge.n(own);
      of += gauge.n(own);
      spread = Math.max(spread, usual.spread);
    }
    const middle = weighed / Math.max(1, of);
    const [value, usual] = [gauge.shown(gauge.scaled(counts)), gauge.shown(middle)];
    const tells = n >= this.rule.leastN && gauge.matters(value, usual);
    return { hour, value, usual, z: robustZ(counts, { middle, spread }, gauge), n, tells, hours };
  }
}
