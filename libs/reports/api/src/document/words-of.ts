import type { ReportLanguage } from '@moodline/reports/contract';
import type { ReportWords } from './report-words';
import { EN } from './words/en';
import { JA } from './words/ja';
import { ZH } from './words/zh';

export const REPORT_WORDS: Readonly<Record<ReportLanguage, ReportWords>> = { zh: ZH, en: EN, ja: JA };
