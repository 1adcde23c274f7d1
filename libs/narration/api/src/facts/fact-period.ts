import type { FactPeriod } from '@moodline/narration/contract';
import { Temporal } from 'temporal-polyfill';

/** A stretch of instants, `to` not included, as facts tell it: whole days where it begins and ends with days of the zone. */
export function factPeriod({ from, to }: { readonly from: Date; readonly to: Date }, timeZone: string): FactPeriod {
  const [start, end] = [zoned(from, timeZone), zoned(to, timeZone)];
  if (!startsDay(start) || !startsDay(end)) return { from: momentOf(start), to: momentOf(end) };
  return { from: start.toPlainDate().toString(), to: end.toPlainDate().subtract({ days: 1 }).toString() };
}

/** An instant as facts tell it: a day where the zone's day begins with it. */
export function factMoment(instant: Date, timeZone: string): string {
  const moment = zoned(instant, timeZone);
  return startsDay(moment) ? moment.toPlainDate().toString() : momentOf(moment);
}

const zoned = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);

const startsDay = (moment: Temporal.ZonedDateTime): boolean => moment.startOfDay().equals(moment);

const momentOf = (moment: Temporal.ZonedDateTime): string =>
  moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
