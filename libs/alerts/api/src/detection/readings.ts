import type { AlertMeasure, Detection } from '@moodline/alerts/contract';
import { GAUGES, type Gauge } from './gauge';
import type { HourCounts, HourSeries } from './hour-series';
import { median, robustZ, usualOf, type Usual } from './robust';

const DAY = 24;
const WEEK = 7 * DAY;
/** Weeks that say what is usual for a weekday and an hour. */
export const BASELINE_WEEKS = 8;
/** Windows of the past that are needed to say what is usual. */
const LEAST_WINDOWS = 9;
/** Where there are not yet three weeks: days that say what is usual for an hour, whatever the weekday. */
const BASELINE_DAYS = 14;
/** Comments of those windows, under which a weekday is not known by itself: the days of so many weeks say more. */
const ENOUGH_COMMENTS = 200;
const FEW_DAYS = 28;
/** A window of the past needs this part of the comments that a reading needs: of three comments no share is known. */
const PART_OF_N = 1 / 3;

/** One look at the series. */
export interface Look {
  /** Index of the last hour of its window. */
  readonly hour: number;
  readonly value: number;
  readonly usual: number;
  readonly z: number;
  readonly n: number;
  /** Whether there is enough to tell, and the difference is large enough to matter. */
  readonly tells: boolean;
  /** Hours that it rests on, where those are not the window of the rule. */
  readonly hours?: number;
}

/**
 * Reads a measure hour by hour against what is usual at the same weekday and hour: the median of the windows of the last eight weeks
 * at that hour, the one before and the one after it (a change of the clock moves it by one). With less than three weeks, or a mood of
 * few comments, the same hour of the last days, whatever the weekday. Before that there is no reading.
 */
export class Readings {
  private readonly known = new Map<number, Usual | null>();

  constructor(
    private readonly series: HourSeries,
    private readonly measure: AlertMeasure,
    private readonly detection: Pick<Detection, 'windowHours' | 'leastN'>,
  ) {}

  /** @returns null where what is usual is not known yet */
  at(hour: number): Look | null {
    if (this.measure === 'ending') return null;
    return this.measure === 'silence' ? this.silence(hour) : this.mood(hour, GAUGES[this.measure]);
  }

  /** What is usual at an hour, by windows that end with it; null where that is not known yet. */
  usualAt(hour: number): Usual | null {
    if (this.measure === 'ending' || this.measure === 'silence') return null;
    const known = this.known.get(hour);
    if (known !== undefined) return known;
    const usual = this.usual(hour, GAUGES[this.measure]);
    this.known.set(hour, usual);
    return usual;
  }

  private mood(hour: number, gauge: Gauge): Look | null {
    const { windowHours, leastN } = this.detection;
    const counts = this.series.window(hour, windowHours);
    if (!counts) return null;
    const n = gauge.n(counts);
    const usual = this.usualAt(hour);
    if (!usual) return null;
    const shown = gauge.shown(usual.middle);
    if (n === 0) return { hour, value: shown, usual: shown, z: 0, n, tells: false };
    const value = gauge.shown(gauge.scaled(counts));
    const counted = gauge.counted?.(counts) ?? n;
    const tells = counted >= leastN && gauge.matters(value, shown);
    return { hour, value, usual: shown, z: robustZ(counts, usual, gauge), n: counted, tells };
  }

  private usual(hour: number, gauge: Gauge): Usual | null {
    const needed = this.measure === 'volume' ? 0 : Math.max(3, this.detection.leastN * PART_OF_N);
    const read = (hours: readonly number[]) => {
      const past = hours.flatMap((one): HourCounts[] => {
        const counts = this.series.window(one, this.detection.windowHours);
        return counts && gauge.n(counts) >= needed ? [counts] : [];
      });
      return past.length >= LEAST_WINDOWS ? usualOf(past, gauge) : null;
    };
    const [weekday, daily] = [before(hour, WEEK, BASELINE_WEEKS), before(hour, DAY, FEW_DAYS)];
    const isKnown = !gauge.drift || this.commentsOf(weekday, gauge) >= ENOUGH_COMMENTS;
    return (isKnown ? read(weekday) : read(daily)) ?? read(before(hour, DAY, BASELINE_DAYS));
  }

  /** Windows of neighbouring hours share most of their comments: one of three is counted. */
  private commentsOf(hours: readonly number[], gauge: Gauge): number {
    return hours
      .filter((_, index) => index % 3 === 1)
      .reduce((sum, one) => {
        const counts = this.series.window(one, this.detection.windowHours);
        return sum + (counts ? gauge.n(counts) : 0);
      }, 0);
  }

  /** Nothing in the window, where the quietest of the past ones had comments. `z` is 10 or 0. */
  private silence(hour: number): Look | null {
    const { windowHours, leastN } = this.detection;
    const counts = this.series.window(hour, windowHours);
    const { n } = GAUGES.volume;
    const past = before(hour, WEEK, BASELINE_WEEKS).flatMap((index) => {
      const window = this.series.window(index, windowHours);
      return window ? [n(window)] : [];
    });
    if (!counts || past.length < LEAST_WINDOWS) return null;
    const usual = median(past);
    // One silence of the past is an outage that was not told; the second says that this hour is quiet at times.
    const silent = n(counts) === 0 && past.filter((count) => count === 0).length <= past.length / 12;
    return { hour, value: n(counts), usual, z: silent ? 10 : 0, n: n(counts), tells: silent && usual >= leastN };
  }
}

/** The same hour of earlier days or weeks, with the hour before and after it. */
const before = (hour: number, step: number, times: number): number[] =>
  Array.from({ length: times }, (_, index) => hour - (index + 1) * step).flatMap((past) => [past - 1, past, past + 1]);
