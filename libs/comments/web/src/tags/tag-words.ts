import type { Words } from '@moodline/shared/i18n';
import { tagEn } from './tag-words.en';
import { tagZh } from './tag-words.zh';

/** Words of the page of tags. For specs: the app loads one language. */
export const tagWords: Words = { en: tagEn, zh: tagZh };
