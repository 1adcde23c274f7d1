import * as z from 'zod';

/** Languages in which notices are written. */
export const NOTICE_LANGUAGES = ['zh', 'en', 'ja'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

/** Words of somebody else, shown as such: hostile until a channel has made them harmless. */
export const noticeQuoteSchema = z.object({ text: z.string(), by: z.string(), url: z.string().nullable() });

/**
 * What is told, before it takes the form of a channel: plain texts without any markup. `tone` colours a card where there is colour;
 * `facts` are names with values; `link` leads back into the product.
 */
export const noticeSchema = z.object({
  language: z.enum(NOTICE_LANGUAGES),
  tone: z.enum(['bad', 'good', 'plain']),
  title: z.string().min(1),
  paragraphs: z.array(z.string()),
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  quotes: z.array(noticeQuoteSchema),
  link: z.object({ words: z.string(), url: z.string() }).nullable(),
  /** Who writes the whole of it when it goes out, and what about; until then the title is all there is. */
  letter: z.object({ by: z.string(), key: z.string() }).optional(),
});
export type Notice = z.infer<typeof noticeSchema>;
