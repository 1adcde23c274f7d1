import {
  reportPeriodSchema,
  saveReportSchema,
  type DigestKind,
  type ReportLanguage,
  type ReportTemplate,
  type SaveReport,
  type SectionPlan,
} from '@moodline/reports/contract';
import { REPORT_WORDS } from '../document/words-of';

const TEMPLATES: Readonly<Record<DigestKind, ReportTemplate>> = { day: 'daily', week: 'weekly', month: 'monthly' };
/** One builds on the other: the day is written before the week, the week before the month. */
const TIMES: Readonly<Record<DigestKind, string>> = { day: '05:00', week: '05:30', month: '06:00' };
const SECTIONS = ['summary', 'figures', 'themes', 'unknown'] as const;

/** How long they are kept, in days: a month's holds what is worth knowing of its weeks and days. */
export const DIGEST_KEPT_DAYS: Readonly<Record<DigestKind, number>> = { day: 180, week: 730, month: 3_650 };

/** What each is built on. */
export const PARTS_OF: Readonly<Record<DigestKind, DigestKind | null>> = { day: null, week: 'day', month: 'week' };

/** The report that writes a summary by the clock; nobody is sent it. */
export function digestReport(
  kind: DigestKind,
  language: ReportLanguage,
  monitor: { readonly id: number; readonly name: string } | null,
): SaveReport {
  const words = REPORT_WORDS[language];
  const name = `${words.template[TEMPLATES[kind]]} · ${monitor?.name ?? words.everything}`;
  const sections: SectionPlan = SECTIONS.map((section) => ({ kind: section, hidden: false, title: '', text: '' }));
  return saveReportSchema.parse({
    ...{ name: name.slice(0, 80), template: TEMPLATES[kind], language, sections },
    scope: { monitor: monitor?.id ?? null },
    period: reportPeriodSchema.parse({ kind }),
    schedule: { every: kind, time: TIMES[kind] },
    skipUnchanged: true,
  });
}
