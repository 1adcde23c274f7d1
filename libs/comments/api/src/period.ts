import { Temporal } from 'temporal-polyfill';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** First instant of a day (`2026-05-03`) in a zone. Days that begin after midnight because of a clock change are right, too. */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The day (`2026-05-03`) on which an instant lies in a zone. */
export function dayOf(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** `days` later (or earlier, when negative), as a calendar day. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/**
 * Turns the two ends of a filter into instants. A day as `from` means its first instant; a day as `to` is included whole,
 * so it means the first instant of the next day. Instants pass as they are.
 */
export function resolvePeriod(
  period: { from?: string; to?: string },
  timeZone: string,
): { from: Date | null; to: Date | null } {
  const from =
    period.from === undefined
      ? null
      : DAY.test(period.from)
        ? startOfDay(period.from, timeZone)
        : new Date(period.from);
  const to =
    period.to === undefined
      ? null
      : DAY.test(period.to)
        ? startOfDay(addDays(period.to, 1), timeZone)
        : new Date(period.to);
  return { from, to };
}
