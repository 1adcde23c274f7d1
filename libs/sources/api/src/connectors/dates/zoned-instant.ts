import { Temporal } from 'temporal-polyfill';
import { offsetsNamed } from './zone-names';

/** A time as it is written: the reading of a clock, and the zone beside it. */
export interface ZonedReading {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Minutes east of Greenwich, a name of a zone, or null where none is written. */
  readonly zone: number | string | null;
}

const MINUTE_MS = 60_000;

/**
 * The instant of a written time, in milliseconds since 1970. The 24th hour and the 60th second run on into what follows.
 * @param timeZone zone of times without one, and the one by which a name that stands for several zones is understood
 */
export function instantOf(reading: ZonedReading, timeZone: string): number {
  const { year, month, day, hour, minute, second, millisecond, zone } = reading;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  if (typeof zone === 'number') return wall - zone * MINUTE_MS;
  if (zone === null) return inZone(wall, timeZone);
  const offsets = offsetsNamed(zone);
  if (!offsets) return inZone(wall, zone);
  const [first = 0] = offsets;
  const offset = offsets.length === 1 ? first : (offsets.find((one) => isKept(one, timeZone, year)) ?? first);
  return wall - offset * MINUTE_MS;
}

function inZone(wall: number, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  return local.toZonedDateTime(timeZone).epochMilliseconds;
}

/** Whether the clocks of a zone have this offset in winter or in summer. */
function isKept(offset: number, timeZone: string, year: number): boolean {
  return [0, 6].some((month) => {
    const instant = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, month, 1));
    return instant.toZonedDateTimeISO(timeZone).offsetNanoseconds === offset * MINUTE_MS * 1_000_000;
  });
}
