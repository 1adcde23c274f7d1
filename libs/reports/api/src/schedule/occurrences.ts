import type { QuietHours, ReportSchedule } from '@moodline/reports/contract';
import { Temporal } from 'temporal-polyfill';

/** A time at which a report is due. `slot` is what the clock shows then: each is there once, also where the clock shows it twice. */
export interface Occurrence {
  readonly slot: string;
  readonly at: Date;
}

/** The first time after an instant. Where the clock jumps over the time, it is as much later; where it shows it twice, the first counts. */
export function nextOccurrence(schedule: ReportSchedule, after: Date, timeZone: string): Occurrence {
  let day = zoned(after, timeZone).toPlainDate().subtract({ days: 1 });
  for (;;) {
    day = day.add({ days: 1 });
    const found = onDay(schedule, day, timeZone);
    if (found && found.at > after) return found;
  }
}

/** The latest time that is not after an instant: what was missed while nothing ran is made up for once. */
export function lastOccurrence(schedule: ReportSchedule, until: Date, timeZone: string): Occurrence {
  let day = zoned(until, timeZone).toPlainDate().add({ days: 1 });
  for (;;) {
    day = day.subtract({ days: 1 });
    const found = onDay(schedule, day, timeZone);
    if (found && found.at <= until) return found;
  }
}

function onDay(
  { every, weekday, day, time }: ReportSchedule,
  date: Temporal.PlainDate,
  timeZone: string,
): Occurrence | null {
  if (every === 'week' && date.dayOfWeek !== weekday) return null;
  if (every === 'month' && date.day !== day) return null;
  const at = date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return { slot: `${date.toString()}T${time}`, at: new Date(at.epochMilliseconds) };
}

/** When the quiet hours around an instant end; null outside of them. They may go over midnight. */
export function endOfQuiet(quiet: QuietHours | null, now: Date, timeZone: string): Date | null {
  if (!quiet) return null;
  const moment = zoned(now, timeZone);
  const clock = moment.toPlainTime();
  const [from, to] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.to)];
  const after = (time: Temporal.PlainTime) => Temporal.PlainTime.compare(clock, time) >= 0;
  const overnight = Temporal.PlainTime.compare(from, to) > 0;
  if (overnight ? !after(from) && after(to) : !after(from) || after(to)) return null;
  const day = moment.toPlainDate().add({ days: overnight && after(from) ? 1 : 0 });
  return new Date(day.toZonedDateTime({ timeZone, plainTime: to }).epochMilliseconds);
}

const zoned = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
