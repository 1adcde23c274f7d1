import * as z from 'zod';

/**
 * Schedules people understand. Those with a clock time (`office-hours`: on the hour from 9 to 18, Monday to Friday;
 * `morning-and-evening`: at 8 and at 18) keep it in the workspace's zone through clock changes; the others count from the last run.
 */
export const SCHEDULES = [
  'every-15-minutes',
  'hourly',
  'every-6-hours',
  'daily',
  'office-hours',
  'morning-and-evening',
] as const;
export type SchedulePreset = (typeof SCHEDULES)[number];

/** A preset, or a cron expression of five fields (minute, hour, day of month, month, day of week). The API checks it: see `POST /api/sources/schedule/preview`. */
export const scheduleSchema = z.string().trim().min(1).max(100);
export type Schedule = z.infer<typeof scheduleSchema>;

/** Whether a schedule is one of the presets; otherwise it is a cron expression. */
export function isPreset(schedule: string): schedule is SchedulePreset {
  return (SCHEDULES as readonly string[]).includes(schedule);
}

/** `POST /api/sources/schedule/preview`. A schedule that cannot be kept is answered by 400 `schedule-unreadable`, `schedule-too-often` or `schedule-never`. */
export const schedulePreviewQuerySchema = z.object({ schedule: scheduleSchema });
export type SchedulePreviewQuery = z.infer<typeof schedulePreviewQuerySchema>;

/** The next three runs (instants), were it chosen now, and the zone its times are meant in. */
export const schedulePreviewSchema = z.object({ nextRuns: z.array(z.string()), timeZone: z.string() });
export type SchedulePreview = z.infer<typeof schedulePreviewSchema>;
