import {
  saveReportSchema,
  TEMPLATE_SECTIONS,
  type ReportLanguage,
  type ReportPeriod,
  type ReportTemplate,
  type SaveReport,
} from '@moodline/reports/contract';

/** The time that a template tells of, until somebody says another. */
export function periodOf(template: ReportTemplate, today = new Date()): ReportPeriod {
  if (template === 'daily') return { kind: 'day' };
  if (template === 'crisis') return { kind: 'hours', hours: 48 };
  if (template === 'monthly') return { kind: 'month' };
  if (template !== 'campaign') return { kind: 'week' };
  const day = (before: number) => new Date(today.getTime() - before * 86_400_000).toISOString().slice(0, 10);
  return { kind: 'days', from: day(14), to: day(1) };
}

/** A report as it begins. */
export function freshReport(template: ReportTemplate, name: string, language: ReportLanguage): SaveReport {
  return saveReportSchema.parse({
    ...{ name, template, language, period: periodOf(template) },
    sections: TEMPLATE_SECTIONS[template],
  });
}

/** The weekly review, each Monday at nine. */
export function mondayReport(name: string, language: ReportLanguage): SaveReport {
  return {
    ...freshReport('weekly', name, language),
    schedule: { every: 'week', weekday: 1, day: 1, time: '09:00' },
  };
}
