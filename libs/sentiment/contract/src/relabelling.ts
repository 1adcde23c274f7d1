import { LABELS } from '@moodline/comments/contract';
import { idSchema } from '@moodline/shared/contract';
import * as z from 'zod';

/** Most days that are labelled again at once. */
export const MOST_RELABELLING_DAYS = 3_650;

/** Body of `POST /api/relabellings`, and query of `GET /api/relabellings/scope`. Days count back from the newest comment, in the workspace's zone. */
export const relabellingRequestSchema = z.object({
  version: idSchema,
  days: z.coerce.number().int().min(1).max(MOST_RELABELLING_DAYS),
});
export type RelabellingRequest = z.infer<typeof relabellingRequestSchema>;

/** What a re-labelling would have to do: comments in the period, and those that this version and model have labelled already. */
export const relabellingScopeSchema = z.object({
  since: z.iso.datetime(),
  total: z.number().int(),
  done: z.number().int(),
  model: z.string(),
  /** Comments a second, measured just now; null where nothing is to be done or the model did not answer. */
  perSecond: z.number().nullable(),
});
export type RelabellingScope = z.infer<typeof relabellingScopeSchema>;

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

declare module '@moodline/shared/contract' {
  interface ServerEventData {
    relabelling: RelabellingProgress;
  }
}

/** A re-labelling. In state `ready` every comment has its new label beside the old one. */
export const relabellingSchema = relabellingProgressSchema.extend({
  model: z.string(),
  days: z.number().int(),
  since: z.iso.datetime(),
  by: z.string().nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type Relabelling = z.infer<typeof relabellingSchema>;

/** A label or that there is none. */
export const OUTCOMES = [...LABELS, 'unscored'] as const;
export const outcomeSchema = z.enum(OUTCOMES);
export type LabelOutcome = z.infer<typeof outcomeSchema>;

/** Comments by what they say now and what they would say. Net mood from −100 to +100; null without labelled comments. */
export const moodChangeSchema = z.object({
  n: z.number().int(),
  changed: z.number().int(),
  netBefore: z.number().nullable(),
  netAfter: z.number().nullable(),
});
export type MoodChange = z.infer<typeof moodChangeSchema>;

/** What a switch would change (or has changed), of the comments that are labelled anew so far. What a person said does not change. */
export const relabellingOutcomeSchema = z.object({
  total: moodChangeSchema,
  /** Comments whose label a person gave: they count as before. */
  byPerson: z.number().int(),
  moves: z.array(z.object({ from: outcomeSchema, to: outcomeSchema, n: z.number().int() })),
  sources: z.array(moodChangeSchema.extend({ sourceId: z.number().int(), name: z.string() })),
});
export type RelabellingOutcome = z.infer<typeof relabellingOutcomeSchema>;

/** A comment whose label would change. */
export const changedCommentSchema = z.object({
  id: z.number().int(),
  text: z.string(),
  source: z.string(),
  publishedAt: z.iso.datetime(),
  permalink: z.string().nullable(),
  from: outcomeSchema,
  to: outcomeSchema,
  /** Of the new label; null where there is none. */
  probability: z.number().nullable(),
});
export type ChangedComment = z.infer<typeof changedCommentSchema>;

/** Answer of `GET /api/relabellings/:id`. */
export const relabellingPreviewSchema = z.object({
  relabelling: relabellingSchema,
  outcome: relabellingOutcomeSchema,
  samples: z.array(changedCommentSchema),
});
export type RelabellingPreview = z.infer<typeof relabellingPreviewSchema>;

/** Body of `POST /api/relabellings/:id/switch`. The version is put in force as well, which may need a confirmation. */
export const relabellingSwitchSchema = z.object({ confirmWithoutEvaluation: z.boolean().default(false) });
