import * as z from 'zod';

/** A sentence and the ids of the facts (`F1`) that it tells; what opens the comments stands in their `citations`. */
export const sentenceSchema = z.object({ text: z.string(), citations: z.array(z.string()) });
export type Sentence = z.infer<typeof sentenceSchema>;
