import type { Words } from '@moodline/shared/i18n';
import { monitorEn } from './monitor-words.en';
import { monitorZh } from './monitor-words.zh';

/** Words of the monitors. For specs: the app loads one language. */
export const monitorWords: Words = { en: monitorEn, zh: monitorZh };
