import type { Words } from '@moodline/shared/i18n';
import { en } from './i18n/en';
import { zh } from './i18n/zh';

/** Words of the chat domain in each language of the interface. */
export const chatWords: Words = { en, zh };
