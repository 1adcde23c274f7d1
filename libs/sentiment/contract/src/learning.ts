import { labelSchema } from '@moodline/comments/contract';
import * as z from 'zod';
import { MOST_RELABELLING_DAYS } from './relabelling';

/** Judgements from which on a workspace can learn. */
export const FEWEST_JUDGEMENTS = 25;

/** How often two heads are right on the same comments. `chance`: how probable so large a difference is when both are equally good. */
export const headComparisonSchema = z.object({
  n: z.number().int(),
  before: z.number().int(),
  after: z.number().int(),
  /** Comments on which only the new head is right, and those on which only the former one was. */
  gained: z.number().int(),
  lost: z.number().int(),
  chance: z.number(),
});
export type HeadComparison = z.infer<typeof headComparisonSchema>;

/** A comment that a proposed head would label otherwise. */
export const proposedChangeSchema = z.object({
  commentId: z.number().int(),
  text: z.string(),
  source: z.string(),
  publishedAt: z.iso.datetime(),
  before: labelSchema,
  after: labelSchema,
  probability: z.number(),
});
export type ProposedChange = z.infer<typeof proposedChangeSchema>;

/** What came of learning from judgements. */
export const headProposalSchema = z.object({
  id: z.number().int(),
  state: z.enum(['too-few', 'no-better', 'proposed', 'declined', 'adopted', 'outdated']),
  /** Judgements that were learned from. */
  judged: z.number().int(),
  /** On judgements that were asked for, each predicted by a head that has not seen it; and on comments written for the product, that no head has learned from. Null where there were too few. */
  own: headComparisonSchema.nullable(),
  known: headComparisonSchema.nullable(),
  /** Comments drawn to see what would change, how many of them would, and some of these. */
  lookedAt: z.number().int(),
  changing: z.number().int(),
  changes: z.array(proposedChangeSchema),
  /** The version of the label role that it became. */
  version: z.number().int().nullable(),
  createdAt: z.iso.datetime(),
});
export type HeadProposal = z.infer<typeof headProposalSchema>;

/** Answer of `GET /api/learning`: how far the workspace has come in learning from what its people say. */
export const learningSchema = z.object({
  /** Whether what labels can learn: a model without heads cannot, and a prompt that is in force neither. */
  able: z.enum(['yes', 'no-heads', 'prompt']),
  /** Judgements, counted up to some thousands; those that the queue asked for; and those made since the last time it learned. */
  judged: z.number().int(),
  asked: z.number().int(),
  fresh: z.number().int(),
  /** Judgements from which on it can learn. */
  enough: z.number().int(),
  state: z.enum(['resting', 'reading', 'learning']),
  /** A head that is worth it is put in force without a click. */
  automatic: z.boolean(),
  /** What came of it the last time; null where nothing was learned yet. */
  proposal: headProposalSchema.nullable(),
});
export type Learning = z.infer<typeof learningSchema>;

/** Answer of `GET /api/learning/effort`: what labelling all comments again by a proposed head takes. */
export const adoptionEffortSchema = z.object({
  comments: z.number().int(),
  /** Comments a second, measured on some of them within the last minutes; null where there are none or the model did not answer. */
  perSecond: z.number().nullable(),
});
export type AdoptionEffort = z.infer<typeof adoptionEffortSchema>;

/** Body of `PUT /api/learning`. */
export const learningSettingSchema = z.object({ automatic: z.boolean() });
export type LearningSetting = z.infer<typeof learningSettingSchema>;

/** Body of `POST /api/learning/proposals/:id/adopt`: comments of how many days, back from the newest, are labelled again by the new version. */
export const adoptProposalSchema = z.object({
  days: z.number().int().min(1).max(MOST_RELABELLING_DAYS).default(MOST_RELABELLING_DAYS),
});
export type AdoptProposal = z.infer<typeof adoptProposalSchema>;
