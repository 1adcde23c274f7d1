import { dayOf } from '@moodline/comments/api';
import type { CommentFilter } from '@moodline/comments/contract';
import type { MoodFacts } from '@moodline/trends/api';
import { formatsOf, periodName } from '@moodline/narration/api';
import type { FactPeriod } from '@moodline/narration/contract';
import type { MoodPoint, MoodTotal } from '@moodline/trends/contract';
import { Temporal } from 'temporal-polyfill';
import { wholeFrom } from '../question/periods/parts';
import type { QuestionLanguage } from '../question/question-language';
import type { Search } from './asked-facts';

export type TimeUnit = 'day' | 'week' | 'month';

/** A day, week (from Monday) or month with its numbers; `name` is its first day. */
export interface TimeRow {
  readonly name: string;
  readonly total: MoodTotal;
  readonly filter: CommentFilter;
}

export const isTimeUnit = (by: string | null): by is TimeUnit => by === 'day' || by === 'week' || by === 'month';

/** The days, weeks or months of a question that have labelled comments, in their order. */
export async function timeRows(moods: MoodFacts, search: Search, unit: TimeUnit): Promise<TimeRow[]> {
  const { workspaceId, within, timeZone } = search;
  const { points } = await moods.series(workspaceId, { ...within, step: 'day' });
  const rows = new Map<string, TimeRow>();
  for (const { start, ...counts } of points) {
    if (!counts.n && !counts.unlabelled) continue;
    const day = dayOf(new Date(start), timeZone);
    const name = firstDay(day, unit);
    const row = rows.get(name);
    rows.set(name, {
      name,
      total: added(row?.total, counts),
      filter: { from: row?.filter.from ?? day, to: day },
    });
  }
  return [...rows.values()];
}

/** Rows with their days as people write them. */
export function namedTimes<Row extends { readonly name: string }>(
  rows: readonly Row[],
  unit: TimeUnit,
  language: QuestionLanguage,
): Row[] {
  const f = formatsOf(language, new Date().getFullYear());
  const nameOf = (name: string): string => {
    if (unit === 'day') return f.day(name);
    return unit === 'month' ? f.month(name) : periodName(wholeFrom(name, unit), language);
  };
  return rows.map((row) => ({ ...row, name: nameOf(row.name) }));
}

/** Without the days, weeks or months of which some days are not there: one that runs would have the fewest comments for that reason. */
export function wholeUnits<Row extends { readonly name: string }>(
  rows: readonly Row[],
  unit: TimeUnit,
  { first, today, asked }: { readonly first: string; readonly today: string; readonly asked: FactPeriod },
): Row[] {
  const begins = first > asked.from ? first : asked.from;
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  const ends = asked.to < yesterday ? asked.to : yesterday;
  const whole = rows.filter(({ name }) => name >= begins && wholeFrom(name, unit).to <= ends);
  return whole.length ? whole : [...rows];
}

function firstDay(day: string, unit: TimeUnit): string {
  const date = Temporal.PlainDate.from(day);
  if (unit === 'week') return date.subtract({ days: date.dayOfWeek - 1 }).toString();
  return unit === 'month' ? date.with({ day: 1 }).toString() : day;
}

type Counts = Pick<MoodPoint, 'n' | 'positive' | 'neutral' | 'negative' | 'unlabelled'>;

export function added(
  sum: MoodTotal | undefined,
  { n, positive, neutral, negative, unlabelled = 0 }: Counts,
): MoodTotal {
  const total = {
    n: (sum?.n ?? 0) + n,
    positive: (sum?.positive ?? 0) + positive,
    neutral: (sum?.neutral ?? 0) + neutral,
    negative: (sum?.negative ?? 0) + negative,
    unlabelled: (sum?.unlabelled ?? 0) + unlabelled,
  };
  return { ...total, net: total.n ? (total.positive - total.negative) / total.n : null, unsure: 0 };
}
