import { Temporal } from 'temporal-polyfill';

/** After an hour is over, comments of it still come in and get their labels. */
const GRACE_MINUTES = 10;

/** The end of the last hour of a zone's clock that is over for some minutes. */
export function lastFullHour(now: Date, timeZone: string): Date {
  const end = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .subtract({ minutes: GRACE_MINUTES })
    .toZonedDateTimeISO(timeZone)
    .round({ smallestUnit: 'hour', roundingMode: 'floor' });
  return new Date(end.epochMilliseconds);
}
