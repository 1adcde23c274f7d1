import type { Words } from '@moodline/shared/i18n';
import { en } from './i18n/en';
import { zh } from './i18n/zh';

/** Words of the shared widgets and of errors that any request can end in. For specs: the app loads one language. */
export const uiWords: Words = { en, zh };
