import { LABELS, probabilitiesSchema } from '@moodline/comments/contract';
import { LANGUAGES } from '@moodline/shared/contract';
import * as z from 'zod';
import { askedModelSchema } from '../try';
import { adviceSchema } from './advice';
import { LONGEST_ESSAY } from './essay-paragraphs';

/** `POST /api/essays/read` and `/advice`. Nothing of it is stored. */
export const essayTextSchema = z.object({ text: z.string().trim().min(1).max(LONGEST_ESSAY) });
export type EssayText = z.infer<typeof essayTextSchema>;

/** A paragraph and its mood; without a label where there was nothing to judge. */
export const moodParagraphSchema = z.object({
  text: z.string(),
  label: z.enum(LABELS).nullable(),
  unsure: z.boolean(),
  probabilities: probabilitiesSchema.nullable(),
});
export type MoodParagraph = z.infer<typeof moodParagraphSchema>;

/**
 * An essay as it was read. `advice` is all that rules found, the weightiest first. `written` is the answer of people to a text that speaks of
 * self-harm; there is no advice then.
 */
export const readEssaySchema = z.object({
  language: z.enum(LANGUAGES),
  words: z.number().int(),
  paragraphs: z.array(moodParagraphSchema),
  advice: z.array(adviceSchema),
  written: z.string().nullable(),
});
export type ReadEssay = z.infer<typeof readEssaySchema>;

/** Two or three pieces of advice. `dropped` is what the model wrote and the check refused, with the reason. `rulesOnly`: the
 * model was not asked, as of the `n` texts of its evaluation it did so small a share without a flaw. */
export const coachedEssaySchema = z.object({
  advice: z.array(adviceSchema),
  dropped: z.array(z.object({ text: z.string(), flaw: z.string() })),
  written: z.string().nullable(),
  asked: askedModelSchema.nullable(),
  rulesOnly: z.object({ n: z.number().int(), share: z.number() }).nullable(),
});
export type CoachedEssay = z.infer<typeof coachedEssaySchema>;

/** From -1 (negative) to 1 (positive); null where a paragraph has no mood. */
export const netOf = ({ probabilities }: Pick<MoodParagraph, 'probabilities'>): number | null =>
  probabilities && probabilities.positive - probabilities.negative;
