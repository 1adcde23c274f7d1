import type { ReportSchedule } from '@moodline/reports/contract';
import type { LocaleStore } from '@moodline/shared/ui';

/** When a report is due, in words. */
export function scheduleWords(schedule: ReportSchedule | null, locale: Pick<LocaleStore, 'translate'>): string {
  if (!schedule) return locale.translate('reports.schedule.none');
  const weekday = locale.translate(`reports.weekday.${schedule.weekday}`);
  return locale.translate(`reports.schedule.${schedule.every}`, { weekday, day: schedule.day, time: schedule.time });
}
