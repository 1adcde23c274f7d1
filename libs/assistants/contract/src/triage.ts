import { commentSchema } from '@moodline/comments/contract';
import { idSchema, LANGUAGES } from '@moodline/shared/contract';
import * as z from 'zod';
import { DRAFT_FLAWS } from './support-draft';
import { TONES } from './written-answer';
import { askedModelSchema } from './try';

/** Comments of a triage that are looked at: the newest complaints and questions of its days. */
export const MOST_COMPLAINTS = 2_000;
export const MOST_QUESTIONS = 1_000;

/** `GET /api/triage`. `assignee`: only those of one person, or of nobody. */
export const triageQuerySchema = z.object({
  show: z.enum(['waiting', 'answered']).default('waiting'),
  assignee: z.union([z.literal('none'), idSchema]).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TriageQuery = z.infer<typeof triageQuerySchema>;

/**
 * An answer that a person approved, and whether it was given. Moodline sends nothing by itself. `sent`: through the interface of the source, and where it
 * stands there. `unclear`: it was being sent at that time, and whether it arrived is not known.
 */
export const supportAnswerSchema = z.object({
  text: z.string(),
  from: z.enum(['model', 'snippet', 'person']),
  approvedBy: z.string(),
  approvedAt: z.string(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  sent: z.object({ through: z.string(), link: z.string().nullable() }).nullable(),
  unclear: z.string().nullable(),
});
export type SupportAnswer = z.infer<typeof supportAnswerSchema>;

/**
 * A comment that waits for an answer. `urgency` = `negative` × `reach` × `waiting`: the probability that it is negative (a question counts
 * at least 0.3), 1 + log10(1 + engagement), and how long it waits: from 1 to 2 until the answer is due, then half with every week.
 */
export const triagedSchema = z.object({
  comment: commentSchema,
  urgency: z.number(),
  negative: z.number(),
  reach: z.number(),
  waiting: z.number(),
  hours: z.number(),
  overdue: z.boolean(),
  answer: supportAnswerSchema.nullable(),
  /** An answer can be sent through the interface of its source. */
  sends: z.boolean(),
});
export type Triaged = z.infer<typeof triagedSchema>;

/** Hours within which an answer is due, and days that are looked back. */
export const triageSettingsSchema = z.object({
  targetHours: z.number().int().min(1).max(720),
  days: z.number().int().min(1).max(90),
});
export type TriageSettings = z.infer<typeof triageSettingsSchema>;

export const triageSchema = z.object({
  items: z.array(triagedSchema),
  total: z.number().int(),
  overdue: z.number().int(),
  /** There were more comments in these days than are looked at: the newest are here. */
  capped: z.boolean(),
  settings: triageSettingsSchema,
});
export type Triage = z.infer<typeof triageSchema>;

/** Body of `POST /api/triage/:id/draft`. Streams where `text/event-stream` is accepted. */
export const draftRequestSchema = z.object({ tone: z.enum(TONES).default('plain') });
export type DraftRequest = z.infer<typeof draftRequestSchema>;

/**
 * A draft. `raw` is what the model wrote, with the `flaws` that were in it; `text` is what is left of it after the check. `by`: the model's words
 * as they were, without what was wrong, or the written answer (`written` as well for a text that speaks of self-harm). `rulesOnly`: the bundled model was not asked,
 * because of the kind of the comment or as so small a share of so many drafts passed when it was measured.
 */
export const supportDraftSchema = z.object({
  text: z.string(),
  by: z.enum(['model', 'mended', 'written']),
  problem: z.string(),
  raw: z.string(),
  flaws: z.array(z.enum(DRAFT_FLAWS)),
  asked: askedModelSchema.nullable(),
  rulesOnly: z.object({ n: z.number().int(), share: z.number() }).nullable(),
});
export type SupportDraft = z.infer<typeof supportDraftSchema>;

/** Body of `PUT /api/triage/:id/answer`: approved, and with `answered` given by a person at the source. */
export const saveAnswerSchema = z.object({
  text: z.string().trim().min(1).max(2000),
  from: z.enum(['model', 'snippet', 'person']),
  answered: z.boolean(),
});
export type SaveAnswer = z.infer<typeof saveAnswerSchema>;

/** Body of `POST /api/triage/:id/send`. `again`: a former attempt is unclear, and the person has looked at the source. */
export const sendAnswerSchema = saveAnswerSchema.omit({ answered: true }).extend({ again: z.boolean().default(false) });
export type SendAnswer = z.infer<typeof sendAnswerSchema>;

/** An answer that people wrote once for what comes again. It fits a comment of its language that has one of its words. */
export const snippetSchema = z.object({
  id: z.number().int(),
  title: z.string(),
  language: z.enum(LANGUAGES),
  words: z.array(z.string()),
  text: z.string(),
});
export type Snippet = z.infer<typeof snippetSchema>;

/** Snippets of a workspace. */
export const MOST_SNIPPETS = 100;

/** Body of `POST /api/triage/snippets` and `PUT /api/triage/snippets/:id`. */
export const saveSnippetSchema = z.object({
  title: z.string().trim().min(1).max(80),
  language: z.enum(LANGUAGES),
  words: z.array(z.string().trim().min(1).max(60)).min(1).max(20),
  text: z.string().trim().min(1).max(1000),
});
export type SaveSnippet = z.infer<typeof saveSnippetSchema>;

/** How many words of a snippet a text has; 0 where it does not fit. A word of Latin letters has to stand by itself. */
export function snippetFit(snippet: Pick<Snippet, 'language' | 'words'>, text: string, language: string): number {
  if (snippet.language !== language) return 0;
  const folded = text.normalize('NFKC').toLowerCase();
  return snippet.words.filter((word) => {
    const looked = word.normalize('NFKC').toLowerCase();
    if (!/^[\p{Script=Latin}\p{N}'’ -]+$/u.test(looked)) return folded.includes(looked);
    const safe = looked.replace(/[.*+?^${}()|[\]\\-]/gu, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${safe}(?![\\p{L}\\p{N}])`, 'u').test(folded);
  }).length;
}
