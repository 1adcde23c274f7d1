import type { Words } from '@moodline/shared/i18n';
import { filterEn } from './filter-words.en';
import { filterZh } from './filter-words.zh';

/** Words of the filter bar. For specs: the app loads one language. */
export const filterWords: Words = { en: filterEn, zh: filterZh };
