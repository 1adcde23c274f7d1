import type { ReportPeriod } from '@moodline/reports/contract';
import { Temporal } from 'temporal-polyfill';

/** The two ends as a filter takes them: days, both inclusive, or instants of which the second is not included. */
export interface ReportTime {
  readonly from: string;
  readonly to: string;
}

/** The time that a report tells of when it is made at `now`. Days, weeks (from Monday) and months are whole ones of the zone. */
export function reportTime(period: ReportPeriod, now: Date, timeZone: string): ReportTime {
  if (period.kind === 'days') return { from: period.from, to: period.to };
  const moment = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  if (period.kind === 'hours') {
    const to = moment.round({ smallestUnit: 'hour', roundingMode: 'floor' });
    const instant = (time: Temporal.ZonedDateTime) => time.toString({ timeZoneName: 'never', smallestUnit: 'second' });
    return { from: instant(to.subtract({ hours: period.hours })), to: instant(to) };
  }
  const today = moment.toPlainDate();
  if (period.kind === 'day') return days(today.subtract({ days: 1 }), today);
  if (period.kind === 'week') {
    const monday = today.subtract({ days: today.dayOfWeek - 1 });
    return days(monday.subtract({ weeks: 1 }), monday);
  }
  const first = today.with({ day: 1 });
  return days(first.subtract({ months: 1 }), first);
}

/** @param end the first day that is not part of it */
const days = (from: Temporal.PlainDate, end: Temporal.PlainDate): ReportTime => ({
  from: from.toString(),
  to: end.subtract({ days: 1 }).toString(),
});
