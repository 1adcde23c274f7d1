import { type CommentFilter, commentFilterSchema } from '@moodline/comments/contract';
import { LANGUAGES } from '@moodline/shared/contract';
import { addDays, type CalendarDay } from '@moodline/shared/i18n';
import type { Step } from '@moodline/trends/contract';

/** One side of a comparison: days, and what narrows them. */
export type CompareSide = Pick<CommentFilter, 'from' | 'to' | 'source' | 'monitor' | 'language' | 'version'>;
export const SIDES = ['a', 'b'] as const;
export type SideName = (typeof SIDES)[number];

const FIELDS = ['from', 'to', 'source', 'monitor', 'language', 'version'] as const;
const SIDE_LANGUAGES: readonly string[] = LANGUAGES;
const DAY_MS = 86_400_000;

/** Reads a side off the address (`a.from`, `a.source` …); what makes no sense is left out. */
export function readSide(name: SideName, params: Readonly<Record<string, string | null>>): CompareSide {
  const side: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const given = params[`${name}.${field}`];
    if (!given || (field === 'language' && !SIDE_LANGUAGES.includes(given))) continue;
    const read = commentFilterSchema.shape[field].safeParse(given);
    if (read.success) side[field] = read.data;
  }
  return side as CompareSide;
}

/** A side as parameters of the address; empty fields as null, so that merging removes them. */
export function writeSide(name: SideName, side: CompareSide): Record<string, string | null> {
  return Object.fromEntries(FIELDS.map((field) => [`${name}.${field}`, side[field] ? String(side[field]) : null]));
}

/** The same things in the time before, as the server takes it: before whole months as many whole ones, else the same number of days. */
export function sideBefore(side: CompareSide): CompareSide {
  const days = daysOf(side);
  if (!side.from || !side.to || days === null) return side;
  const months = wholeMonths(side.from, side.to);
  return {
    ...side,
    from: months ? monthsEarlier(side.from, months) : addDays(side.from, -days),
    to: addDays(side.from, -1),
  };
}

/** How many whole months two days, both inclusive, are; 0 where they are not. */
function wholeMonths(from: CalendarDay, to: CalendarDay): number {
  const [first, end] = [new Date(from), new Date(addDays(to, 1))];
  if (first.getUTCDate() !== 1 || end.getUTCDate() !== 1) return 0;
  return 12 * (end.getUTCFullYear() - first.getUTCFullYear()) + end.getUTCMonth() - first.getUTCMonth();
}

/** @param first the first day of a month */
function monthsEarlier(first: CalendarDay, months: number): CalendarDay {
  const moved = new Date(first);
  moved.setUTCMonth(moved.getUTCMonth() - months);
  return moved.toISOString().slice(0, 10);
}

/** The same days of the year before; the last of February stands for the 29th. */
export function yearBefore(side: CompareSide): CompareSide {
  const earlier = (day: CalendarDay) => {
    const year = `${Number(day.slice(0, 4)) - 1}`;
    return day.endsWith('-02-29') ? `${year}-02-28` : year + day.slice(4);
  };
  return { ...side, from: side.from && earlier(side.from), to: side.to && earlier(side.to) };
}

/** The same things of the version below; null where there is no version, or none below it. @param versions all, the highest first */
export function versionBefore(side: CompareSide, versions: readonly string[]): CompareSide | null {
  const [version] = side.version ?? [];
  const before = version === undefined ? undefined : versions[versions.indexOf(version) + 1];
  return version !== undefined && versions.includes(version) && before !== undefined
    ? { ...side, version: [before] }
    : null;
}

/** How many days a side has; null where an end is open. */
export function daysOf({ from, to }: Pick<CompareSide, 'from' | 'to'>): number | null {
  if (!from || !to) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

/** One step for both lines, by the longer side, as the server chooses it for one. */
export function commonStep(sides: readonly CompareSide[]): Step | null {
  const lengths = sides.map(daysOf);
  const known = lengths.filter((days) => days !== null);
  if (known.length < lengths.length) return known.length ? 'week' : null;
  const longest = Math.max(...known);
  return longest <= 3 ? 'hour' : longest <= 120 ? 'day' : 'week';
}
