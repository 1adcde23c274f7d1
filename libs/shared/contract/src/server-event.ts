import { z } from 'zod';

/** Progress of labelling, pushed about once a second while it moves. Rate in comments per second over the last half minute. */
export const labellingProgressSchema = z.object({
  pending: z.number().int(),
  labelled: z.number().int(),
  unscored: z.number().int(),
  commentsPerSecond: z.number(),
  model: z.enum(['starting', 'ready', 'restarting', 'failed']),
});
export type LabellingProgress = z.infer<typeof labellingProgressSchema>;

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

/** How far a re-labelling is. Pushed about once a second while it moves; `waitsFor` says why it does not. */
export const relabellingProgressSchema = z.object({
  id: z.number().int(),
  version: z.number().int(),
  state: z.enum(['running', 'ready', 'cancelled', 'switching', 'switched', 'discarded']),
  /** Comments in the period, how many have their new label, and for how many it counts. */
  total: z.number().int(),
  done: z.number().int(),
  switched: z.number().int(),
  /** Comments per second over the last half minute. */
  rate: z.number(),
  waitsFor: z.enum(['fresh-comments', 'model']).nullable(),
});
export type RelabellingProgress = z.infer<typeof relabellingProgressSchema>;

/** Progress of an evaluation: rows judged so far, of how many. */
export const evaluationProgressSchema = z.object({
  id: z.number().int(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  total: z.number().int(),
});
export type EvaluationProgress = z.infer<typeof evaluationProgressSchema>;

/** Progress of fetching a language model. Bytes; the total is known once its files are listed. */
export const modelDownloadSchema = z.object({
  id: z.number().int(),
  modelId: z.string(),
  dtype: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  receivedBytes: z.number(),
  totalBytes: z.number().nullable(),
  bytesPerSecond: z.number(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ModelDownload = z.infer<typeof modelDownloadSchema>;

/** How far a monitor is matched against the stored comments; `done` when it is through and its counts are right. */
export const monitorProgressSchema = z.object({
  monitorId: z.number().int(),
  checked: z.number().int(),
  total: z.number().int(),
  done: z.boolean(),
});
export type MonitorProgress = z.infer<typeof monitorProgressSchema>;

/** Events of `GET /api/events` (text/event-stream); the event's name is the type. */
export type ServerEvent =
  | { type: 'labelling'; data: LabellingProgress }
  | { type: 'run'; data: RunProgress }
  | { type: 'relabelling'; data: RelabellingProgress }
  | { type: 'monitor'; data: MonitorProgress }
  | { type: 'evaluation'; data: EvaluationProgress }
  | { type: 'data-changed'; data: { reason: string } }
  | { type: 'model-download'; data: ModelDownload }
  /** Which model does what has changed, or is about to: ask `GET /api/models/status`. */
  | { type: 'model-changed'; data: Record<string, never> };
