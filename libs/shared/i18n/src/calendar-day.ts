/** A day of the calendar, `2026-05-03`, without a zone. */
export type CalendarDay = string;

/** The day that it is at `instant` in `timeZone`. */
export function dayIn(timeZone: string, instant: Date | string = new Date()): CalendarDay {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );
}

/** `day` moved by `count` days. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + count);
  return moved.toISOString().slice(0, 10);
}

/** An instant inside of `day` in any zone of the earth but the outermost: noon UTC, to be written with time zone UTC. */
export function noon(day: CalendarDay): string {
  return `${day}T12:00:00Z`;
}
