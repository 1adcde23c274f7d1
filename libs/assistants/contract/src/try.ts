import { COMMENT_KINDS, EMOTIONS, LABELS, probabilitiesSchema } from '@moodline/comments/contract';
import { LANGUAGES } from '@moodline/shared/contract';
import * as z from 'zod';

/** Bounds of what is tried: one text a line. */
export const LONGEST_TRIED = 1_000;
export const MOST_TRIED = 30;

/** `POST /api/try/labels`. Nothing of it is stored. */
export const tryLabelsSchema = z.object({
  texts: z.array(z.string().trim().min(1).max(LONGEST_TRIED)).min(1).max(MOST_TRIED),
});
export type TryLabels = z.infer<typeof tryLabelsSchema>;

/** What the model was asked. `tokens` is an estimate of what it read; null where a rule answered and nothing was asked. */
export const askedModelSchema = z.object({
  role: z.string(),
  version: z.number().int(),
  kind: z.enum(['prompt', 'head']),
  model: z.string(),
  system: z.string(),
  tokens: z.number().int().nullable(),
  milliseconds: z.number().int(),
});
export type AskedModel = z.infer<typeof askedModelSchema>;

/** Why a text has no label, as comments have none for the same reasons. */
export const UNLABELLED_REASONS = [
  'no-words',
  'unsupported-language',
  'model-failed',
  'quotes-only',
  'stars-only',
] as const;

/** A text with the label it would have as a comment. `by`: what decided; null where nothing could. */
export const triedTextSchema = z.object({
  text: z.string(),
  language: z.enum(LANGUAGES),
  label: z.enum(LABELS).nullable(),
  unsure: z.boolean(),
  probabilities: probabilitiesSchema.nullable(),
  emotion: z.enum(EMOTIONS).nullable(),
  kind: z.enum(COMMENT_KINDS).nullable(),
  by: z.enum(['model', 'rule']).nullable(),
  reason: z.enum(UNLABELLED_REASONS).nullable(),
});
export type TriedText = z.infer<typeof triedTextSchema>;

export const triedLabelsSchema = z.object({ texts: z.array(triedTextSchema), asked: askedModelSchema });
export type TriedLabels = z.infer<typeof triedLabelsSchema>;

/** `POST /api/try/reply`: what the companion says to a text. Streams where `text/event-stream` is accepted. */
/** `POST /api/try/reply`: the companion answers, or a role of the workspace's own. */
export const tryReplySchema = z.object({
  text: z.string().trim().min(1).max(LONGEST_TRIED),
  role: z.string().min(1).max(60).optional(),
});
export type TryReply = z.infer<typeof tryReplySchema>;

/** What a program can see to be wrong with a reply: another language, the text said back, going round in circles, broken off, empty; `mood`: glad of a complaint. */
export const REPLY_FLAWS = ['language', 'echo', 'repetition', 'cut', 'empty', 'mood'] as const;
export type ReplyFlaw = (typeof REPLY_FLAWS)[number];

/**
 * The same of the companion. `stranger`: it speaks of a person that the text does not; `aimless`: a sentence to a complaint names no feeling and offers nothing;
 * `answer`: it answers a question of fact, of which it knows nothing; `misread`: it tells again what happened, otherwise than the text.
 */
export const COMPANION_FLAWS = [...REPLY_FLAWS, 'stranger', 'aimless', 'answer', 'misread'] as const;
export type CompanionFlaw = (typeof COMPANION_FLAWS)[number];

/**
 * A reply. `by`: `model`, `mended` where a program left out sentences with a flaw (`flaws` are those of what the model wrote), or `written` by people, for a text that
 * speaks of self-harm (it names help lines) and for questions of fact. `asked` is null then. A role of one's own is shown as it wrote.
 */
export const triedReplySchema = z.object({
  text: z.string(),
  by: z.enum(['model', 'mended', 'written']),
  flaws: z.array(z.enum(COMPANION_FLAWS)),
  /** Of a role that chooses: how likely its choice is. */
  probability: z.number().nullable(),
  asked: askedModelSchema.nullable(),
});
export type TriedReply = z.infer<typeof triedReplySchema>;
