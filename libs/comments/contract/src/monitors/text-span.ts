import * as z from 'zod';

/** Where a keyword of a monitor stands in a text (offsets in UTF-16 units, `end` not included), and which keyword it was. */
export const textSpanSchema = z.object({ start: z.number().int(), end: z.number().int(), word: z.string() });
export type TextSpan = z.infer<typeof textSpanSchema>;
