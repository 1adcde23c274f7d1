import * as z from 'zod';

/** Days a backfill may reach back. */
export const MAX_BACKFILL_DAYS = 3650;

/** `POST /api/sources/:id/backfill`: reads what was written in the last `days`, for kinds with `backfill`. Answered by 202 and {@link Backfill}. */
export const startBackfillSchema = z.object({ days: z.number().int().min(1).max(MAX_BACKFILL_DAYS) });
export type StartBackfill = z.infer<typeof startBackfillSchema>;

/** `PATCH /api/sources/:id/backfill`: pauses it, or lets it go on. `DELETE` on the same path cancels it; what it brought stays. */
export const changeBackfillSchema = z.object({ paused: z.boolean() });
export type ChangeBackfill = z.infer<typeof changeBackfillSchema>;

/**
 * The latest backfill of a source. It is read in slices, each a run (trigger `backfill`), between the scheduled runs and without
 * touching how far those have come. It pauses by itself after repeated failures, with the reason in `errorMessage`.
 */
export const backfillSchema = z.object({
  status: z.enum(['running', 'paused', 'done', 'cancelled']),
  /** The time it covers. */
  since: z.string(),
  until: z.string(),
  /** Share of that time read so far, 0 to 1; null until the first comment has come. */
  share: z.number().nullable(),
  rows: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** When it goes on, while it waits after a failure or because the site asked for patience. */
  waitsUntil: z.string().nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
});
export type Backfill = z.infer<typeof backfillSchema>;
