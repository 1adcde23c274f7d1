import * as z from 'zod';

export const runSchema = z.object({
  id: z.number().int(),
  sourceId: z.number().int(),
  trigger: z.enum(['schedule', 'manual', 'backfill', 'import', 'hook', 'demo']),
  /** `queued`: it waits for a worker, and began at no time yet: `startedAt` is when it was asked for. */
  status: z.enum(['queued', 'running', 'done', 'failed', 'undoing', 'undone']),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  rows: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  /** Comments that were changed at the source since they were read, and those that were deleted there. */
  updated: z.number().int(),
  removed: z.number().int(),
  /** Comments that were left out on purpose. */
  filtered: z.number().int(),
  rejected: z.number().int(),
  /** Of those imported, comments whose source names no date that can be read: they are listed, and counted on no day. */
  undated: z.number().int(),
  /** What the run cost the sites it read. */
  requests: z.number().int(),
  bytes: z.number().int(),
  /** Answer 304: nothing changed at the source. */
  notModified: z.boolean(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  fileName: z.string().nullable(),
  /** Comments that an undo has taken out again so far, of those imported. */
  takenBack: z.number().int(),
});
export type Run = z.infer<typeof runSchema>;

/** Answer of `GET /api/sources/:id/runs?cursor=&limit=`, newest first (see `pageQuerySchema`). */
export const runPageSchema = z.object({ items: z.array(runSchema), nextCursor: z.string().nullable() });
export type RunPage = z.infer<typeof runPageSchema>;

/**
 * Answer of `DELETE /api/runs/:id`, which takes back exactly the comments that run was the first to bring. What it changed in
 * comments of earlier runs stays. It is done in the background: the run is `undoing` until it is `undone`, also over a restart. `mayComeAgain`: the source is still read, so what it hands over again is stored again.
 */
export const undoneRunSchema = runSchema.extend({ mayComeAgain: z.boolean() });
export type UndoneRun = z.infer<typeof undoneRunSchema>;

/** Progress of one crawl run or import, or of its undo. */
export const runProgressSchema = z.object({
  runId: z.number().int(),
  sourceId: z.number().int(),
  status: z.enum(['queued', 'running', 'done', 'failed', 'undoing', 'undone']),
  rows: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  /** Share of the file read, or of the comments taken back by an undo, 0 to 1; null where nobody knows. */
  share: z.number().nullable(),
});
export type RunProgress = z.infer<typeof runProgressSchema>;

declare module '@moodline/shared/contract' {
  interface ServerEventData {
    run: RunProgress;
  }
}
