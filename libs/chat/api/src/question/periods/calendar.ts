import { Temporal } from 'temporal-polyfill';

/** From the first to the last day, both included. */
export interface DayPeriod {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** A period shorter than days: `clock.to` is its end, not included. `from` and `to` are the days that it touches. */
export interface ReadPeriod extends DayPeriod {
  readonly clock?: { readonly from: Temporal.ZonedDateTime; readonly to: Temporal.ZonedDateTime };
}

/** From where "yesterday" and "the last two hours" are counted. */
export interface Now {
  readonly today: Temporal.PlainDate;
  readonly moment: Temporal.ZonedDateTime;
  /** The first day with comments: where "until 10 May" begins. */
  readonly first: Temporal.PlainDate;
}

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
export type PartOfMonth = 'beginning' | 'middle' | 'end' | 'first-half' | 'second-half';
export type PartOfDay = 'night' | 'morning' | 'afternoon' | 'evening';

const MONTHS_OF: Partial<Record<Unit, number>> = { month: 1, quarter: 3, half: 6, year: 12 };
const date = (year: number, month: number, day = 1) => new Temporal.PlainDate(year, month, day);
const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0;

export const wholeDay = (day: Temporal.PlainDate): DayPeriod => ({ from: day, to: day });

/** `months` whole months from the first day of one. */
const months = (from: Temporal.PlainDate, count: number): DayPeriod => ({
  from,
  to: from.add({ months: count }).subtract({ days: 1 }),
});

/** The last `count` units up to and including now; null for amounts that make no period. Half a month is 15 days. */
export function lastUnits(now: Now, count: number, unit: Unit): ReadPeriod | null {
  const { today, moment } = now;
  if (!Number.isFinite(count) || count <= 0 || count > 5000) return null;
  if (unit === 'minute' || unit === 'hour') {
    const from = moment.subtract({ minutes: Math.round(count * (unit === 'hour' ? 60 : 1)) });
    return { from: from.toPlainDate(), to: today, clock: { from, to: moment } };
  }
  if (unit === 'day' && count < 1) return lastUnits(now, 12, 'hour');
  if (unit === 'day' || unit === 'week') {
    const days = Math.round(count * (unit === 'week' ? 7 : 1));
    return { from: today.subtract({ days: days - 1 }), to: today };
  }
  const exact = count * (MONTHS_OF[unit] ?? 1);
  if (exact < 1) return { from: today.subtract({ days: Math.round(exact * 30) - 1 }), to: today };
  return { from: today.subtract({ months: Math.round(exact) }).add({ days: 1 }), to: today };
}

/** The calendar unit that lies `back` units before the one of now. The current one ends with today. Weeks begin with Monday. */
export function calendarUnit({ today, moment }: Now, unit: Unit, back: number): ReadPeriod {
  if (unit === 'minute' || unit === 'hour') {
    const start = moment
      .round({ smallestUnit: unit, roundingMode: 'floor' })
      .subtract(unit === 'hour' ? { hours: back } : { minutes: back });
    const to = back ? start.add(unit === 'hour' ? { hours: 1 } : { minutes: 1 }) : moment;
    return { from: start.toPlainDate(), to: to.toPlainDate(), clock: { from: start, to } };
  }
  if (unit === 'day') return wholeDay(today.subtract({ days: back }));
  if (unit === 'week') {
    const from = today.subtract({ days: today.dayOfWeek - 1 + 7 * back });
    return { from, to: back === 0 ? today : from.add({ days: 6 }) };
  }
  const length = MONTHS_OF[unit] ?? 1;
  const current = today.with({ month: Math.floor((today.month - 1) / length) * length + 1, day: 1 });
  const whole = months(current.subtract({ months: back * length }), length);
  return { from: whole.from, to: back === 0 ? today : whole.to };
}

/** The latest of the yearly things that has begun by now; with a year the one of that year. */
export function ofYear(
  { today }: Now,
  year: number | null,
  make: (year: number) => DayPeriod | null,
): DayPeriod | null {
  if (year !== null) return make(year);
  const current = make(today.year);
  return current && !isAfter(current.from, today) ? current : make(today.year - 1);
}

export const wholeMonth = (year: number, month: number): DayPeriod => months(date(year, month), 1);
export const wholeYear = (year: number): DayPeriod => months(date(year, 1), 12);
/** @param number 1 to 4 */
export const quarter = (year: number, number: number): DayPeriod => months(date(year, 3 * number - 2), 3);
/** @param number 1 or 2 */
export const half = (year: number, number: number): DayPeriod => months(date(year, 6 * number - 5), 6);

/** Seasons of whole months, as weather services count them; winter begins in December of `year`. */
export function season(year: number, name: 'spring' | 'summer' | 'autumn' | 'winter'): DayPeriod {
  return months(date(year, { spring: 3, summer: 6, autumn: 9, winter: 12 }[name]), 3);
}

/** The first ten days, the second ten, the rest; or the halves with the 15th as the last day of the first one. */
export function partOfMonth({ from: first }: DayPeriod, part: PartOfMonth): DayPeriod {
  const day = (number: number) => first.with({ day: number });
  const last = first.with({ day: first.daysInMonth });
  switch (part) {
    case 'beginning':
      return { from: first, to: day(10) };
    case 'middle':
      return { from: day(11), to: day(20) };
    case 'end':
      return { from: day(21), to: last };
    case 'first-half':
      return { from: first, to: day(15) };
    case 'second-half':
      return { from: day(16), to: last };
  }
}

/** The n-th seven days of a month; −1 are its last seven days. */
export function weekOfMonth({ from: first }: DayPeriod, number: number): DayPeriod {
  const end = first.with({ day: first.daysInMonth });
  if (number < 0) return { from: end.subtract({ days: 6 }), to: end };
  const from = first.add({ days: 7 * (number - 1) });
  const to = from.add({ days: 6 });
  return { from, to: isAfter(to, end) ? end : to };
}

/** The days of a month from one to another, both inclusive; null where the month has no such days. */
export function daysOfMonth({ from }: Pick<ReadPeriod, 'from'>, first: number, last = first): DayPeriod | null {
  if (first < 1 || last < first || last > from.daysInMonth) return null;
  return { from: from.with({ day: first }), to: from.with({ day: last }) };
}

/** Week by its ISO number. */
export function numberedWeek(year: number, week: number): DayPeriod | null {
  if (week < 1 || week > 53) return null;
  const fourth = date(year, 1, 4);
  const from = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ days: 7 * (week - 1) });
  return { from, to: from.add({ days: 6 }) };
}

/** Saturday and Sunday: of the week `back` weeks before this one. */
export function weekend({ today }: Now, back: number): DayPeriod {
  const saturday = today.add({ days: 6 - today.dayOfWeek - 7 * back });
  return { from: saturday, to: saturday.add({ days: 1 }) };
}

/** The weekend that is over or under way. */
export const latestWeekend = (now: Now): DayPeriod => weekend(now, now.today.dayOfWeek >= 6 ? 0 : 1);

/** The latest such day before today (today itself where `orToday`). @param weekday 1 for Monday to 7 */
export function latestWeekday({ today }: Now, weekday: number, orToday = false): DayPeriod {
  const back = (today.dayOfWeek - weekday + 7) % 7;
  return wholeDay(today.subtract({ days: back === 0 && !orToday ? 7 : back }));
}

/** A day of the week `back` weeks before this one. */
export const weekdayOf = ({ today }: Now, weekday: number, back: number): DayPeriod =>
  wholeDay(today.add({ days: weekday - today.dayOfWeek - 7 * back }));

const HOURS: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  night: [0, 6],
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 24],
};

/** Six hours of a day: night from midnight to 6, morning to noon, afternoon to 18, evening to midnight. */
export function partOfDay({ moment }: Now, day: Temporal.PlainDate, part: PartOfDay): ReadPeriod {
  const [from, to] = HOURS[part].map((hour) =>
    day
      .add({ days: hour === 24 ? 1 : 0 })
      .toZonedDateTime({ timeZone: moment.timeZoneId, plainTime: { hour: hour % 24 } }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  return { from: day, to: day, clock: { from, to } };
}

/** From 18 o'clock of the day before to 6 o'clock. */
export function lastNight(now: Now): ReadPeriod {
  const evening = partOfDay(now, now.today.subtract({ days: 1 }), 'evening');
  const night = partOfDay(now, now.today, 'night');
  if (!evening.clock || !night.clock) return evening;
  return { from: evening.from, to: night.to, clock: { from: evening.clock.from, to: night.clock.to } };
}

/** The period of the same length right before; a whole month, quarter or year is compared with the whole one before. */
export function periodBefore(period: ReadPeriod): ReadPeriod {
  if (period.clock) {
    const { from, to } = period.clock;
    const start = from.subtract({ seconds: Math.round(from.until(to, { largestUnit: 'second' }).total('seconds')) });
    return { from: start.toPlainDate(), to: from.toPlainDate(), clock: { from: start, to: from } };
  }
  const { from, to } = period;
  const next = to.add({ days: 1 });
  const wholeMonths = from.until(next, { largestUnit: 'month' });
  if (from.day === 1 && next.day === 1)
    return { from: from.subtract({ months: wholeMonths.months }), to: from.subtract({ days: 1 }) };
  const { days } = from.until(to, { largestUnit: 'day' });
  // Before a weekend comes the weekend before.
  if (days === 1 && from.dayOfWeek === 6) return { from: from.subtract({ days: 7 }), to: to.subtract({ days: 7 }) };
  return { from: from.subtract({ days: days + 1 }), to: from.subtract({ days: 1 }) };
}

/** The period of the same length right behind; behind a whole month comes the whole next one. */
export function periodAfter({ from, to }: DayPeriod): DayPeriod {
  const next = to.add({ days: 1 });
  if (from.day === 1 && next.day === 1 && from.month === to.month) return wholeMonth(next.year, next.month);
  return { from: next, to: next.add({ days: from.until(to, { largestUnit: 'day' }).days }) };
}

/** The same days a year earlier. */
export const yearBefore = ({ from, to }: DayPeriod): DayPeriod => ({
  from: from.subtract({ years: 1 }),
  to: to.subtract({ years: 1 }),
});
