import * as z from 'zod';
import { backfillSchema } from './backfill';
import { runSchema } from './run';
import { scheduleSchema } from './schedule';

export const sourceSchema = z.object({
  id: z.number().int(),
  /** A kind of `GET /api/sources/kinds`, or `file` or `demo`. */
  kind: z.string(),
  name: z.string(),
  /** The address in its settings, where it has one. */
  url: z.string().nullable(),
  /** Where it is read instead: the site says that it has moved for good. Null where it has not. */
  movedTo: z.string().nullable(),
  config: z.record(z.string(), z.json()),
  /** Names of the secrets that are set; what they are is never told. */
  secrets: z.array(z.string()),
  schedule: scheduleSchema.nullable(),
  paused: z.boolean(),
  /** Why it was paused by itself, as an error code and as a sentence; null when a person paused it or it runs. */
  pausedCode: z.string().nullable(),
  pausedReason: z.string().nullable(),
  /** Failures in a row; from the first one on it waits longer and longer. */
  failures: z.number().int(),
  nextRunAt: z.string().nullable(),
  /** The next three runs, `nextRunAt` first; none while it is paused. */
  nextRuns: z.array(z.string()),
  /** The latest backfill, if there was one. */
  backfill: backfillSchema.nullable(),
  comments: z.number().int(),
  /** When it goes with everything it brought, unless it is kept before; null where it stays. */
  removeAt: z.string().nullable(),
  lastRun: runSchema.nullable(),
});
export type Source = z.infer<typeof sourceSchema>;

/** When a removed source goes: in ten minutes, in which it can be kept, or now. */
export const removeSourceSchema = z.object({ now: z.stringbool().default(false) });
export type RemoveSource = z.output<typeof removeSourceSchema>;
