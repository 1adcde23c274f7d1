/** Languages the interface speaks. */
export const UI_LANGUAGES = ['en', 'zh', 'ja'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

/** What each language calls itself. */
export const UI_LANGUAGE_NAMES: Readonly<Record<UiLanguage, string>> = { en: 'English', zh: '中文', ja: '日本語' };

/** BCP 47 tag of each language: for the page, for numbers and for dates. */
export const LANGUAGE_TAGS: Readonly<Record<UiLanguage, string>> = { en: 'en-GB', zh: 'zh-CN', ja: 'ja-JP' };

/** Words of one domain in the languages that are there from the start; both must have the same keys. */
export interface Words {
  readonly en: WordTree;
  readonly zh: WordTree;
}
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** The first language of `preferred` (BCP 47 tags such as `zh-CN`) that the interface speaks, else English. */
export function pickLanguage(preferred: readonly string[]): UiLanguage {
  for (const tag of preferred) {
    const language = UI_LANGUAGES.find((known) => tag.toLowerCase().split('-')[0] === known);
    if (language) return language;
  }
  return 'en';
}
