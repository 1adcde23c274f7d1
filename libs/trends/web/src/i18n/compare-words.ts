import type { Words } from '@moodline/shared/i18n';
import { compareEn } from './compare-words.en';
import { compareZh } from './compare-words.zh';

/** Words of the page that compares. For specs: the app loads one language. */
export const compareWords: Words = { en: compareEn, zh: compareZh };
