import type { CommentFilter } from '@moodline/comments/contract';
import { addDays, type CalendarDay } from '@moodline/shared/i18n';

/** Periods one click away. `all` has no bounds; the others end at the newest comment's day. */
export const PERIODS = ['7d', '14d', '30d', '60d', '90d', 'all'] as const;
export type PeriodPreset = (typeof PERIODS)[number];

export const DEFAULT_PERIOD: PeriodPreset = '30d';

/** Days between which there are comments; null before it is known or when there are none. */
export interface DayRange {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

/** Days of a preset, `to` included. Counting from the newest comment keeps old data (an imported archive) in sight. */
export function presetDays(
  preset: PeriodPreset,
  range: DayRange | null,
  today: CalendarDay,
): Pick<CommentFilter, 'from' | 'to'> {
  if (preset === 'all') return {};
  const last = range && range.last < today ? range.last : today;
  return { from: addDays(last, 1 - Number.parseInt(preset, 10)), to: last };
}
