import type { SchedulePreset } from '@moodline/sources/contract';

const MINUTE_MS = 60_000;

/** Time between two runs, in milliseconds. */
const INTERVALS: Readonly<Record<SchedulePreset, number>> = {
  'every-15-minutes': 15 * MINUTE_MS,
  hourly: 60 * MINUTE_MS,
  'every-6-hours': 360 * MINUTE_MS,
  daily: 1440 * MINUTE_MS,
};

/** Share of the interval by which runs are spread, so that sources added together do not call out together for ever. */
const JITTER = 0.1;

/**
 * When a source is read next, counted from now: however many runs were missed, one catches up.
 * @param notBefore what the source itself asked for
 */
export function nextRunAt(schedule: SchedulePreset, now: Date, notBefore: Date | null = null, random = Math.random): Date {
  const interval = INTERVALS[schedule];
  const at = now.getTime() + interval + (random() - 0.5) * JITTER * interval;
  return new Date(Math.max(at, notBefore?.getTime() ?? 0));
}
