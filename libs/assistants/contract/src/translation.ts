import { LANGUAGES, type Language } from '@moodline/shared/contract';
import { WRITTEN_FLAWS, writtenFlaws, type WrittenFlaw } from '@moodline/sentiment/contract';
import * as z from 'zod';
import { askedModelSchema } from './try';

/** Languages that comments are translated into: those of the interface. */
export const TRANSLATED_INTO = ['zh', 'en', 'ja'] as const;
export type TranslatedInto = (typeof TRANSLATED_INTO)[number];

/** Body of `POST /api/comments/:id/translation`. Streams where `text/event-stream` is accepted. */
export const translationRequestSchema = z.object({ into: z.enum(TRANSLATED_INTO) });
export type TranslationRequest = z.infer<typeof translationRequestSchema>;

/** What a program can see to be wrong with a translation, beside what may be wrong with any text: a number of the comment is not in it (`numbers`). */
export const TRANSLATION_FLAWS = [...WRITTEN_FLAWS, 'numbers'] as const;
export type TranslationFlaw = WrittenFlaw | 'numbers';

/** A translation made by a model. `text` is null where what it wrote is none: `flaws` say why. Nothing of it is stored. */
export const translationSchema = z.object({
  text: z.string().nullable(),
  from: z.enum(LANGUAGES),
  into: z.enum(TRANSLATED_INTO),
  flaws: z.array(z.enum(TRANSLATION_FLAWS)),
  asked: askedModelSchema,
});
export type Translation = z.infer<typeof translationSchema>;

/** With one of these a text is no translation; the others are told beside it. */
const NO_TRANSLATION: ReadonlySet<TranslationFlaw> = new Set(['language', 'echo', 'repetition', 'empty']);

/** Digits, with what groups them: 1,299 and 1299 are the same number. Of one digit many are written as words. */
const NUMBER = /\p{Nd}(?:[\p{Nd}.,:]*\p{Nd})/gu;

/** What is wrong with a translation, as far as a program can see. @param cut whether the model was stopped at the limit of its length */
export function translationFlaws(
  translated: string,
  { text, into, cut }: { readonly text: string; readonly into: Language; readonly cut: boolean },
): TranslationFlaw[] {
  const flaws = writtenFlaws(translated, { text, language: into, cut });
  if (flaws.includes('empty')) return flaws;
  const numbers = numbersOf(translated);
  return [...numbersOf(text)].every((one) => numbers.has(one)) ? flaws : [...flaws, 'numbers'];
}

/** Whether a text with these flaws is a translation at all. */
export const isTranslation = (flaws: readonly TranslationFlaw[]): boolean =>
  !flaws.some((flaw) => NO_TRANSLATION.has(flaw));

function numbersOf(text: string): Set<string> {
  const found = text.normalize('NFKC').match(NUMBER) ?? [];
  return new Set(found.map((number) => number.replace(/,(?=\p{Nd}{3}(?!\p{Nd}))/gu, '')));
}
