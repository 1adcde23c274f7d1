import type { Words } from '@moodline/shared/i18n';
import { reviewEn } from './review-words.en';
import { reviewZh } from './review-words.zh';

/** Words of the review queue. For specs: the app loads one language. */
export const reviewWords: Words = { en: reviewEn, zh: reviewZh };
