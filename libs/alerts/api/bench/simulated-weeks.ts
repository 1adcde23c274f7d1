import { HourSeries, NO_COMMENTS, type HourCounts } from '../src/detection/hour-series';

export const WEEK = 168;

/** Numbers between 0 and 1 that are the same in every run (mulberry32, Tommy Ettinger 2017, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Standard normal (Box and Muller 1958). */
const normal = (chance: () => number) => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** Poisson: by products of chances for few (Knuth), by the normal for many. */
function poisson(mean: number, chance: () => number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(chance)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = chance(); product > limit; product *= chance()) count++;
  return count;
}

/** What a crisis adds, by hours since its beginning: points on the log-odds of being negative, and a factor of the volume. */
export interface Shape {
  readonly name: string;
  readonly hours: number;
  readonly odds: (hour: number) => number;
  readonly volume: (hour: number) => number;
}

const decay = (hour: number, half: number) => 0.5 ** (hour / half);

export const SHAPES: readonly Shape[] = [
  { name: 'sudden, strong', hours: 36, odds: (h) => 2 * decay(h, 18), volume: (h) => 1 + 4 * decay(h, 12) },
  { name: 'sudden, mood only', hours: 36, odds: (h) => 1.4 * decay(h, 24), volume: () => 1 },
  {
    name: 'slow, over a day',
    hours: 60,
    odds: (h) => 1.6 * Math.min(1, h / 24),
    volume: (h) => 1 + Math.min(1, h / 24),
  },
  { name: 'short, four hours', hours: 4, odds: () => 2, volume: () => 3 },
];

export interface Brand {
  readonly name: string;
  /** Comments an hour, on the mean over a week. */
  readonly rate: number;
}

export const BRANDS: readonly Brand[] = [
  { name: 'small', rate: 6 },
  { name: 'middle', rate: 40 },
  { name: 'large', rate: 300 },
];

/** One hour at the same time of each week, from −1 to 1: nights are quiet, evenings loud, weekends a little less so. */
function rhythm(hour: number): number {
  const [day, clock] = [Math.floor(hour / 24) % 7, hour % 24];
  return 0.8 * Math.cos((2 * Math.PI * (clock - 20)) / 24) - (day >= 5 ? 0.3 : 0);
}

/** How much of the noise of an hour is left in the next one, and what comes to it. */
const [LASTS, MOOD_NOISE, LOUD_NOISE, DAY_NOISE] = [0.7, 0.08, 0.18, 0.12];

/** Log odds of a comment being negative in an hour that nothing disturbs. */
export const usualOdds = (hour: number): number => -1.45 + 0.3 * rhythm(hour + 5);

/** How the noise of the log odds of two hours goes together. */
export function covarianceOfMood(one: number, other: number): number {
  const lasting = (MOOD_NOISE ** 2 / (1 - LASTS ** 2)) * LASTS ** Math.abs(one - other);
  return lasting + (Math.floor(one / 24) === Math.floor(other / 24) ? DAY_NOISE ** 2 : 0);
}

/**
 * Weeks of a brand: a rhythm of day and week in volume and in mood, noise that lasts some hours, days that are better or worse, and now
 * and then an afternoon on which more is said for a good reason. With a crisis, its hours begin at `at`.
 */
export function simulate(brand: Brand, weeks: number, seed: number, crisis?: { shape: Shape; at: number }): HourSeries {
  const chance = seeded(seed);
  let [loud, mood, day] = [0, 0, 0];
  let praise = 0;
  const hours: HourCounts[] = [];
  for (let hour = 0; hour < weeks * WEEK; hour++) {
    loud = LASTS * loud + LOUD_NOISE * normal(chance);
    mood = LASTS * mood + MOOD_NOISE * normal(chance);
    if (hour % 24 === 0) day = DAY_NOISE * normal(chance);
    if (chance() < 1 / (2 * WEEK)) praise = 6;
    const since = crisis ? hour - crisis.at : -1;
    const inCrisis = crisis && since >= 0 && since < crisis.shape.hours;
    const odds = usualOdds(hour) + mood + day + (inCrisis ? crisis.shape.odds(since) : 0);
    const factor = (inCrisis ? crisis.shape.volume(since) : 1) * (praise-- > 0 ? 1.6 : 1);
    const all = poisson(brand.rate * Math.exp(0.9 * rhythm(hour) + loud - 0.35) * factor, chance);
    const share = 1 / (1 + Math.exp(-odds));
    let negative = 0;
    if (all * share > 30)
      negative = Math.min(
        all,
        Math.max(0, Math.round(all * share + Math.sqrt(all * share * (1 - share)) * normal(chance))),
      );
    else for (let one = 0; one < all; one++) if (chance() < share) negative++;
    const positive = Math.round((all - negative) * 0.55);
    hours.push({ ...NO_COMMENTS, positive, negative, neutral: all - negative - positive });
  }
  return new HourSeries(0, hours);
}
