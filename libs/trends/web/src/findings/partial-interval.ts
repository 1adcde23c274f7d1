import type { MoodSeries, Step } from '@moodline/trends/contract';

const HOURS: Readonly<Record<Step, number>> = { hour: 1, day: 24, week: 168 };
const HOUR_MS = 3_600_000;
/** A day may have 23 or 25 hours. */
const CLOCK_CHANGE_MS = HOUR_MS;

/** Whether an interval is counted in part only: it began before the period does, or ends after it or after now. */
export function isPartial(
  { points, step, period }: Pick<MoodSeries, 'points' | 'step' | 'period'>,
  index: number,
  now = Date.now(),
): boolean {
  const start = Date.parse(points[index]?.start ?? period.from);
  const next = points[index + 1]?.start;
  const end = next ? Date.parse(next) : start + HOURS[step] * HOUR_MS - CLOCK_CHANGE_MS;
  return start < Date.parse(period.from) || end > Math.min(Date.parse(period.to), now);
}
