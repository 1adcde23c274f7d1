import type { Words } from '@moodline/shared/i18n';
import { qualityEn } from './quality-words.en';
import { qualityZh } from './quality-words.zh';

/** Words of the quality page. For specs: the app loads one language. */
export const qualityWords: Words = { en: qualityEn, zh: qualityZh };
