import { dayIn } from '@moodline/shared/i18n';
import type { Annotation, MoodTurn } from '@moodline/trends/contract';

/** A place on a time axis and what happened there. */
export interface ChartMark {
  readonly index: number;
  readonly annotations: readonly Annotation[];
  /** The level of the mood changed there. */
  readonly turn: MoodTurn | null;
}

/** The intervals of a time axis: the instants with which they begin, in order. */
export interface TimeAxis {
  readonly starts: readonly string[];
  readonly timeZone: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What happened in each interval, in order; intervals without anything are left out. */
export function chartMarks(
  axis: TimeAxis,
  annotations: readonly Annotation[],
  turns: readonly MoodTurn[],
): ChartMark[] {
  const places = annotations.map((annotation) => placeOf(annotation.at, axis));
  return axis.starts.flatMap((start, index) => {
    const here = annotations.filter((_, place) => places[place] === index);
    const turn = turns.find((one) => one.start === start) ?? null;
    return here.length || turn ? [{ index, annotations: here, turn }] : [];
  });
}

/** The marks of two lines that are drawn over each other, each from its own beginning; what is in both stands there once. */
export function mergedMarks(one: readonly ChartMark[], other: readonly ChartMark[]): ChartMark[] {
  const merged = new Map(one.map((mark) => [mark.index, mark]));
  for (const mark of other) {
    const here = merged.get(mark.index);
    const annotations = [...(here?.annotations ?? []), ...mark.annotations.filter((own) => !isIn(own, here))];
    merged.set(mark.index, { index: mark.index, annotations, turn: here?.turn ?? mark.turn });
  }
  return [...merged.values()].sort((a, b) => a.index - b.index);
}

const isIn = ({ kind, id }: Annotation, mark: ChartMark | undefined): boolean =>
  mark?.annotations.some((known) => known.kind === kind && known.id === id) ?? false;

/**
 * Where marks stand that would lie over each other: each at its place or, where the one before is too near, beside it; the last ones give way to the
 * left. More marks than fit stay where they are.
 * @param places in order @param apart least distance of two @param end of the axis
 */
export function placesApart(
  places: readonly number[],
  { apart, start, end }: { readonly apart: number; readonly start: number; readonly end: number },
): number[] {
  if ((places.length - 1) * apart > end - start) return [...places];
  const moved = [...places];
  for (let index = 1; index < moved.length; index++)
    moved[index] = Math.max(moved[index] ?? 0, (moved[index - 1] ?? 0) + apart);
  for (let index = moved.length - 1, most = Math.max(end, places.at(-1) ?? end); index >= 0; index--) {
    moved[index] = Math.min(moved[index] ?? 0, most);
    most = (moved[index] ?? 0) - apart;
  }
  return moved;
}

/** The interval in which a day begins or an instant lies; −1 before the first one. */
function placeOf(at: string, { starts, timeZone }: TimeAxis): number {
  if (!DAY.test(at)) return starts.findLastIndex((start) => Date.parse(start) <= Date.parse(at));
  const days = starts.map((start) => dayIn(timeZone, start));
  const first = days.indexOf(at);
  return first >= 0 ? first : days.findLastIndex((day) => day <= at);
}
