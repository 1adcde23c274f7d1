import type { Words } from '@moodline/shared/i18n';
import { en } from './i18n/en';
import { zh } from './i18n/zh';

/** Words of the reports domain in each language of the interface. */
export const reportsWords: Words = { en, zh };
