import type { UiLanguage } from './ui-language';

/** A text that the server words in the languages of the interface; English always, the others where it has them. */
export type TextInLanguages = { readonly en: string } & { readonly [language in UiLanguage]?: string | undefined };

/** The text in one language; in English where it was not written in that one. */
export function textIn(text: TextInLanguages, language: UiLanguage): string {
  return text[language] ?? text.en;
}
