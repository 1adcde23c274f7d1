import { dayOf } from '@moodline/comments/api';
import type { MoodFacts } from '@moodline/trends/api';
import type { MoodPoint, MoodTotal } from '@moodline/trends/contract';
import { Temporal } from 'temporal-polyfill';
import type { ClockUnit } from '../question/clock-units';
import type { Search } from './asked-facts';
import { added } from './time-rows';

/** A day of the week (1 is Monday), the weekend or the other days, or an hour of the day, over all days of a period. */
export interface ClockRow {
  readonly name: string;
  readonly total: MoodTotal;
  /** Days of the period that it is made of. */
  readonly days: number;
}

/** The series of a period is read in pieces of so many days: one of hours would have too many points for years. */
const DAYS_AT_ONCE = 400;
const SATURDAY = 6;
const WEEKEND = ['weekend', 'other-days'] as const;
const NAMES: Readonly<Record<ClockUnit, readonly string[]>> = {
  weekday: ['1', '2', '3', '4', '5', '6', '7'],
  weekend: WEEKEND,
  hour: Array.from({ length: 24 }, (_, hour) => String(hour)),
};
const NOTHING: MoodTotal = { n: 0, positive: 0, neutral: 0, negative: 0, net: null, unsure: 0, unlabelled: 0 };

/** The groups of a question's comments in the order of the clock; days before the first comment and after today are none of theirs. */
export async function clockRows(moods: MoodFacts, search: Search, unit: ClockUnit): Promise<ClockRow[]> {
  const { timeZone } = search;
  const rows = new Map(NAMES[unit].map((name) => [name, { total: NOTHING, days: new Set<string>() }]));
  const counted = daysCounted(search);
  for (const { start, ...counts } of await pointsOf(moods, search, unit === 'hour' ? 'hour' : 'day')) {
    const moment = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone);
    const day = dayOf(new Date(start), timeZone);
    const row = rows.get(nameAt(moment, unit));
    if (!row || day < counted.from || day > counted.to) continue;
    row.total = added(row.total, counts);
    row.days.add(day);
  }
  return [...rows].flatMap(([name, { total, days }]) => (days.size ? [{ name, total, days: days.size }] : []));
}

/** The days of a question's period that have begun and on which comments may have been collected. */
export function daysCounted({ period, now }: Search): { from: string; to: string; days: number } {
  const [first, today] = [now.first.toString(), now.today.toString()];
  const day = (moment: string): string => moment.slice(0, 10);
  const from = day(period.from) < first ? first : day(period.from);
  const to = day(period.to) > today ? today : day(period.to);
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days + 1;
  return { from, to, days: Math.max(1, days) };
}

function nameAt(moment: Temporal.ZonedDateTime, unit: ClockUnit): string {
  if (unit === 'hour') return String(moment.hour);
  return unit === 'weekday' ? String(moment.dayOfWeek) : WEEKEND[moment.dayOfWeek >= SATURDAY ? 0 : 1];
}

async function pointsOf(moods: MoodFacts, search: Search, step: 'day' | 'hour'): Promise<MoodPoint[]> {
  const { workspaceId, within, period } = search;
  if (period.from.includes('T')) return [...(await moods.series(workspaceId, { ...within, step })).points];
  const counted = daysCounted(search);
  // A period before all comments, or ahead, has no days.
  if (counted.from > counted.to) return [];
  const last = Temporal.PlainDate.from(counted.to);
  const points: MoodPoint[] = [];
  for (let from = Temporal.PlainDate.from(counted.from); ;) {
    const end = from.add({ days: DAYS_AT_ONCE - 1 });
    const to = Temporal.PlainDate.compare(end, last) < 0 ? end : last;
    const piece = { ...within, from: from.toString(), to: to.toString() };
    points.push(...(await moods.series(workspaceId, { ...piece, step })).points);
    if (to.equals(last)) return points;
    from = to.add({ days: 1 });
  }
}
