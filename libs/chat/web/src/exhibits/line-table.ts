import type { Exhibit } from '@moodline/narration/contract';

/** The series of a line exhibit: net mood over time, one line a name. */
export type LineSeries = Extract<Exhibit, { kind: 'line' }>['series'];

/** A line per name on one common time axis: where a series has no such interval there is no point. */
export interface LineTable {
  starts: string[];
  lines: { name: string; points: { net: number | null; n: number }[] }[];
}

const NOTHING = { net: null, n: 0 };

/** Puts all series on the union of their intervals, in order of time. */
export function toLineTable(series: LineSeries): LineTable {
  const starts = [...new Set(series.flatMap(({ points }) => points.map(({ start }) => start)))].sort(
    (a, b) => Date.parse(a) - Date.parse(b),
  );
  const lines = series.map(({ name, points }) => {
    const byStart = new Map(points.map(({ start, net, n }) => [start, { net, n }]));
    return { name, points: starts.map((start) => byStart.get(start) ?? NOTHING) };
  });
  return { starts, lines };
}

/** First and last net mood of a line; null where no interval has a comment. */
export function movement(points: LineTable['lines'][number]['points']): { first: number; last: number } | null {
  const nets = points.flatMap(({ net }) => net ?? []);
  const first = nets.at(0);
  const last = nets.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

const HOURS_OF_A_DAY = 20;

/** Whether the intervals are shorter than a day, so that the axis needs the time too. A day of 23 h is a day. */
export function isHourly(starts: readonly string[]): boolean {
  const gaps = starts.slice(1).map((start, index) => Date.parse(start) - Date.parse(starts[index] ?? start));
  return gaps.length > 0 && Math.min(...gaps) < HOURS_OF_A_DAY * 3_600_000;
}

/** Where the last interval ends: as long after its beginning as the shortest of the others is. A day where it is the only one. */
export function endOf(starts: readonly string[]): string {
  const times = starts.map((start) => Date.parse(start));
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return new Date((times.at(-1) ?? 0) + (gaps.length ? Math.min(...gaps) : 86_400_000)).toISOString();
}
