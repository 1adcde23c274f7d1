import type { Words } from '@moodline/shared/i18n';
import { qualityErrorsEn } from './quality-errors.en';
import { qualityErrorsZh } from './quality-errors.zh';

/** Words of the errors of labelled sets and evaluations. For specs: the app loads one language. */
export const qualityErrors: Words = { en: qualityErrorsEn, zh: qualityErrorsZh };
