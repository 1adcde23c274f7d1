import * as z from 'zod';

/** The first line of `GET /api/privacy/forgotten/export`: whose list it is. */
export const forgottenListHeadSchema = z.object({
  moodline: z.literal('forgotten'),
  layout: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Tells the key apart with which the list was hashed, and does not give it away. */
  key: z.string(),
  /** The highest number that a source ever had: comments are listed with the number of theirs, so it is not given again. */
  lastSource: z.number().int().min(0),
});
export type ForgottenListHead = z.infer<typeof forgottenListHeadSchema>;

/** Each line after it: an author, a text or a comment, as a keyed hash. */
export const forgottenEntrySchema = z.object({
  workspace: z.number().int().positive(),
  kind: z.enum(['author', 'text', 'comment']),
  hash: z.string().regex(/^[\w-]{22}$/),
});
export type ForgottenEntry = z.infer<typeof forgottenEntrySchema>;
