import type { Words } from '@moodline/shared/i18n';
import { learningEn } from './learning-words.en';
import { learningZh } from './learning-words.zh';

/** Words of learning from judgements. For specs: the app loads one language. */
export const learningWords: Words = { en: learningEn, zh: learningZh };
