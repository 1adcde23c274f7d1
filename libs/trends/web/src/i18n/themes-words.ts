import type { Words } from '@moodline/shared/i18n';
import { themesEn } from './themes-words.en';
import { themesZh } from './themes-words.zh';

/** Words of the pages about themes. For specs: the app loads one language. */
export const themesWords: Words = { en: themesEn, zh: themesZh };
