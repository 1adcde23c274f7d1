import type { CoursePoint } from '@moodline/reports/contract';
import type { Board } from '@moodline/trends/api';

/** Hours that one point may stand for: each divides a day. */
const HOURS = [1, 2, 3, 4, 6, 12];
/** Labelled comments a point, on the mean, from which on its net mood is a number and not the mood of one person. */
const LEAST_A_POINT = 5;

/** The mood over time. Where hours have too few comments to show one each, several share a point. */
export function coursePoints({ step, starts, slots }: Pick<Board, 'step' | 'starts' | 'slots'>): CoursePoint[] {
  const labelled = slots.reduce((sum, { positive, neutral, negative }) => sum + positive + neutral + negative, 0);
  const fits = (hours: number) => labelled / Math.ceil(slots.length / hours) >= LEAST_A_POINT;
  const width = step === 'hour' && labelled ? (HOURS.find(fits) ?? HOURS.at(-1) ?? 1) : 1;
  return starts.flatMap((start, index) => {
    if (index % width) return [];
    const own = slots.slice(index, index + width);
    const sum = (of: (slot: (typeof own)[number]) => number) => own.reduce((all, slot) => all + of(slot), 0);
    const [positive, negative] = [sum((slot) => slot.positive), sum((slot) => slot.negative)];
    const n = positive + negative + sum(({ neutral }) => neutral);
    const net = n ? Math.round((100 * (positive - negative)) / n) + 0 : null;
    return [{ start: start.toISOString(), n, comments: n + sum(({ unlabelled }) => unlabelled), net }];
  });
}
