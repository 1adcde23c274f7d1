import type { Words } from '@moodline/shared/i18n';
import { tagPageEn } from './tag-page-words.en';
import { tagPageZh } from './tag-page-words.zh';

/** Words of the page of a tag. For specs: the app loads one language. */
export const tagPageWords: Words = { en: tagPageEn, zh: tagPageZh };
