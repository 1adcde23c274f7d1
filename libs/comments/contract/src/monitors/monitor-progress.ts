import * as z from 'zod';

/** How far a monitor is matched against the stored comments; `done` when it is through and its counts are right. */
export const monitorProgressSchema = z.object({
  monitorId: z.number().int(),
  checked: z.number().int(),
  total: z.number().int(),
  done: z.boolean(),
});
export type MonitorProgress = z.infer<typeof monitorProgressSchema>;

declare module '@moodline/shared/contract' {
  interface ServerEventData {
    monitor: MonitorProgress;
  }
}
