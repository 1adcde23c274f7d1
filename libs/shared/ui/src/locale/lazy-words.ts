import { InjectionToken } from '@angular/core';
import type { UiLanguage, WordTree } from '@moodline/shared/i18n';

/** Fetches the words of a language that does not come with the first load of the page. */
export type LazyWords = Readonly<Partial<Record<UiLanguage, () => Promise<WordTree>>>>;

/** Words that are fetched when their language is shown for the first time. */
export const LAZY_WORDS = new InjectionToken<LazyWords>('lazy words', { factory: () => ({}) });
