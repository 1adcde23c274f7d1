import { dayOf } from '@moodline/comments/api';
import type { CommentFilter } from '@moodline/shared/contract';
import type { MoodFacts } from '@moodline/trends/api';
import type { MoodTotal } from '@moodline/trends/contract';
import { Temporal } from 'temporal-polyfill';
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
    if (!counts.n) continue;
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

function firstDay(day: string, unit: TimeUnit): string {
  const date = Temporal.PlainDate.from(day);
  if (unit === 'week') return date.subtract({ days: date.dayOfWeek - 1 }).toString();
  return unit === 'month' ? date.with({ day: 1 }).toString() : day;
}

type Counts = Pick<MoodTotal, 'n' | 'positive' | 'neutral' | 'negative'>;

function added(sum: MoodTotal | undefined, { n, positive, neutral, negative }: Counts): MoodTotal {
  const total = {
    n: (sum?.n ?? 0) + n,
    positive: (sum?.positive ?? 0) + positive,
    neutral: (sum?.neutral ?? 0) + neutral,
    negative: (sum?.negative ?? 0) + negative,
  };
  return { ...total, net: total.n ? (total.positive - total.negative) / total.n : null, unsure: 0, unlabelled: 0 };
}
