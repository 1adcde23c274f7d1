import { detectionSchema } from '@moodline/alerts/contract';
import { findAlarms, type DetectionRule } from './alarms';
import { HourSeries, NO_COMMENTS, type HourCounts } from './hour-series';
import { Readings } from './readings';
import { median, usualOf, weightedMedian } from './robust';
import { GAUGES } from './gauge';

const WEEK = 168;
const FIRST = 8 * WEEK + 50;
const hourOf = (n: number, negative: number): HourCounts => ({
  ...{ ...NO_COMMENTS, negative },
  positive: Math.round((n - negative) / 2),
  neutral: n - negative - Math.round((n - negative) / 2),
});

/** A brand with 20 comments an hour and 40 in the evening, of which a fifth is negative and half on Monday mornings. */
const usualHour = (hour: number): HourCounts => {
  const [clock, day] = [hour % 24, Math.floor(hour / 24) % 7];
  const n = clock >= 18 ? 40 : 20;
  const share = day === 0 && clock >= 8 && clock < 12 ? 0.5 : 0.2;
  return hourOf(n, Math.round(n * share) + (hour % 3 === 0 ? 1 : 0));
};
const series = (weeks: number, change: (hour: number, usual: HourCounts) => HourCounts = (_, usual) => usual) =>
  new HourSeries(
    0,
    Array.from({ length: weeks * WEEK }, (_, hour) => change(hour, usualHour(hour))),
  );
const rule = (measure: DetectionRule['measure'], more: object = {}): DetectionRule => ({
  ...detectionSchema.parse(more),
  measure,
});
const negative = rule('negative-share');

describe('alarms', () => {
  it('are none in weeks like all others, with their bad Monday mornings', () => {
    for (const measure of ['negative-share', 'net-mood', 'volume'] as const)
      expect(findAlarms(series(14), rule(measure), FIRST)).toEqual([]);
  });

  const AT = 10 * WEEK + 100;
  const crisis = (hour: number, usual: HourCounts) => (hour >= AT && hour < AT + 20 ? hourOf(60, 36) : usual);

  it('fire soon, say since when, and are over once when it is calm again', () => {
    const alarms = findAlarms(series(12, crisis), negative, FIRST);
    expect(alarms).toHaveLength(1);
    expect(alarms[0]?.firedAt).toBeLessThanOrEqual(AT + 2);
    expect(alarms[0]?.from).toBeGreaterThanOrEqual(AT);
    expect(alarms[0]?.overAt).toBeGreaterThan(AT + 20);
    expect(alarms[0]?.overAt).toBeLessThan(AT + 30);
    expect(alarms[0]?.peak.value).toBeCloseTo(60);
    expect(Math.abs((alarms[0]?.peak.usual ?? 0) - 20)).toBeLessThan(2);
  });

  it('go on while it is unusual at the end of the series', () => {
    const cut = series(12, crisis);
    const shorter = new HourSeries(
      0,
      Array.from({ length: AT + 10 }, (_, hour) => cut.window(hour, 1) as HourCounts),
    );
    expect(findAlarms(shorter, negative, FIRST)).toMatchObject([{ overAt: null }]);
  });

  it('do not come from a handful of comments, and from a few an hour when they are enough together', () => {
    const night = (hours: number) => (hour: number, usual: HourCounts) =>
      hour >= AT && hour < AT + hours ? hourOf(4, 4) : usual;
    expect(findAlarms(series(12, night(3)), negative, FIRST)).toEqual([]);
    const [alarm, ...more] = findAlarms(series(12, night(20)), negative, FIRST);
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({ from: AT, firedAt: AT + 3, peak: { value: 100, n: 16, hours: 4 } });
  });

  it('see a fall that stays at a few comments an hour, say since when, and whatever the series begins with', () => {
    // Six an hour: one negative, and three from then on, which no window of three hours tells apart from chance.
    const few = (hour: number) => hourOf(6, hour >= AT && hour < AT + 60 ? 3 : hour % 4 === 3 ? 2 : 1);
    const whole = series(13, few);
    const [alarm, ...more] = findAlarms(whole, negative, FIRST);
    expect(more).toEqual([]);
    expect(alarm?.from).toBeGreaterThanOrEqual(AT - 2);
    expect(alarm?.firedAt).toBeLessThan(AT + 18);
    expect(alarm?.overAt).toBeGreaterThan(AT + 60);
    expect(alarm?.overAt).toBeLessThan(AT + 60 + 48);
    expect(findAlarms(whole, negative, AT - 30)).toEqual([alarm]);
  });

  it('know the usual of all days where a weekday has too few comments to have one', () => {
    // A bad day in every week, on another weekday each time: no weekday is worse than others.
    const bad = (hour: number) => Math.floor(hour / 24) % 7 === Math.floor(hour / WEEK) % 7 && hour < AT - 24;
    const rare = series(13, (hour) => hourOf(1, bad(hour) || (hour >= AT && hour < AT + 48) || hour % 5 === 0 ? 1 : 0));
    const look = new Readings(rare, 'negative-share', { windowHours: 24, leastN: 15 }).at(AT + 23);
    expect(look?.value).toBeCloseTo(100);
    expect(look?.usual).toBeLessThan(25);
  });

  it('see that a good hour for all is a bad one for Monday: each is compared with its own', () => {
    const monday = 10 * WEEK + 8;
    const half = (hour: number, usual: HourCounts) => (hour >= monday && hour < monday + 4 ? hourOf(40, 20) : usual);
    expect(findAlarms(series(12, half), negative, FIRST)).toEqual([]);
    const tuesday = (hour: number, usual: HourCounts) =>
      hour >= monday + 24 && hour < monday + 28 ? hourOf(40, 20) : usual;
    expect(findAlarms(series(12, tuesday), negative, FIRST)).toHaveLength(1);
  });

  it('keep a pause between two', () => {
    const twice = (hour: number, usual: HourCounts) =>
      (hour >= AT && hour < AT + 6) || (hour >= AT + 14 && hour < AT + 20) ? hourOf(60, 36) : usual;
    expect(findAlarms(series(12, twice), { ...negative, coolDownHours: 48 }, FIRST)).toHaveLength(1);
    expect(findAlarms(series(12, twice), { ...negative, coolDownHours: 0 }, FIRST)).toHaveLength(2);
  });

  it('count a volume with what waits for its label', () => {
    const loud = (hour: number, usual: HourCounts) =>
      hour >= AT && hour < AT + 10 ? { ...usual, unlabelled: 200 } : usual;
    expect(findAlarms(series(12, loud), rule('volume'), FIRST)).toHaveLength(1);
    expect(findAlarms(series(12, loud), negative, FIRST)).toEqual([]);
  });

  it('tell of a silence only where there was none before', () => {
    const none = hourOf(0, 0);
    const silent = (hour: number, usual: HourCounts) => (hour >= AT && hour < AT + 30 ? none : usual);
    const watch = rule('silence', { windowHours: 6, leastN: 5 });
    expect(findAlarms(series(12, silent), watch, FIRST)).toHaveLength(1);
    const nights = (hour: number, usual: HourCounts) => (hour % 24 < 8 ? none : usual);
    expect(findAlarms(series(12, nights), watch, FIRST)).toEqual([]);
  });

  /** Some comments with stars an hour, of a mean in tenths and a spread of one star. */
  const rated = (starred: number, tenths: number): HourCounts => ({
    ...NO_COMMENTS,
    ...{ starred, starSum: starred * tenths, starSquares: starred * (tenths ** 2 + 100) },
  });
  const stars = (change: (hour: number) => HourCounts) =>
    new HourSeries(
      0,
      Array.from({ length: 12 * WEEK }, (_, hour) => change(hour)),
    );
  const ratings = rule('stars', { windowHours: 24 });

  it('fire when the mean of the stars falls, and are over when it is back', () => {
    const fallen = stars((hour) => rated(2, hour >= AT && hour < AT + 48 ? 31 : 43));
    const [alarm, ...more] = findAlarms(fallen, ratings, FIRST);
    expect(more).toEqual([]);
    expect(alarm?.peak).toMatchObject({ n: 48 });
    expect(alarm?.peak.value).toBeCloseTo(3.1);
    expect(alarm?.peak.usual).toBeCloseTo(4.3);
    expect(alarm?.overAt).toBeGreaterThan(AT + 48);
  });

  it('are none when stars rise, fall by little, or are too few', () => {
    for (const change of [
      (hour: number) => rated(2, hour >= AT ? 49 : 43),
      (hour: number) => rated(2, hour >= AT ? 40 : 43),
      (hour: number) => rated(hour % 4 ? 0 : 1, hour >= AT && hour < AT + 48 ? 10 : 43),
    ])
      expect(findAlarms(stars(change), ratings, FIRST)).toEqual([]);
  });

  /** Hours of which comments were read, some of them about a theme. */
  const talk = (hours: number, read: number, about: (hour: number) => number) =>
    new HourSeries(
      0,
      Array.from({ length: hours }, (_, hour) => ({
        ...NO_COMMENTS,
        negative: about(hour),
        neutral: read - about(hour),
      })),
    );
  const theme = rule('themes', { windowHours: 24 });

  it('fire for a theme that nobody talked about, with how many do', () => {
    const fresh = talk(12 * WEEK, 10, (hour) => (hour >= AT && hour < AT + 30 ? 2 : 0));
    expect(findAlarms(fresh, theme, FIRST)).toMatchObject([{ peak: { usual: 0, n: 48 } }]);
  });

  it('fire for a theme that is talked about more, and not for one of a sample so small that it is not in the middle of its days', () => {
    const rising = talk(12 * WEEK, 10, (hour) => (hour >= AT && hour < AT + 30 ? 5 : 1));
    expect(findAlarms(rising, theme, FIRST)).toHaveLength(1);
    // One of 100, seen on every third day only: its middle is nothing, its mean is not.
    const rare = talk(12 * WEEK, 10, (hour) => (hour >= AT ? Number(hour % 8 === 0) : Number(hour % 72 < 9)));
    expect(findAlarms(rare, theme, FIRST)).toEqual([]);
  });

  it('wait until it is known what is usual', () => {
    const young = new HourSeries(
      0,
      Array.from({ length: 60 }, (_, hour) => (hour > 40 ? hourOf(60, 50) : usualHour(hour))),
    );
    expect(findAlarms(young, negative, 0)).toEqual([]);
  });
});

describe('what is usual', () => {
  it('is not moved by a crisis of the past', () => {
    const calm = Array.from({ length: 7 }, () => hourOf(100, 20));
    const usual = usualOf([...calm, hourOf(400, 300)], GAUGES['negative-share']);
    expect(usual).toEqual({ middle: 0.2, spread: 1 });
  });

  it('has a middle of even and odd numbers, and of weights', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(weightedMedian([[1, 1], [2, 1], [9, 10]])).toBe(9); // prettier-ignore
  });
});
