import type { Words } from '@moodline/shared/i18n';
import { en } from './i18n/en';
import { zh } from './i18n/zh';

/** All words of the chat domain. For specs: the app loads one language. */
export const chatWords: Words = { en, zh };
