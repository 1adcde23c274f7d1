import type { Words } from '@moodline/shared/i18n';
import { shellEn } from './shell-words.en';
import { shellZh } from './shell-words.zh';

/** Words of the frame around the pages. For specs: the app loads one language. */
export const shellWords: Words = { en: shellEn, zh: shellZh };
