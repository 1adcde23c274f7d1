import type { CommentFilter } from '@moodline/comments/contract';
import {
  netChange,
  shareChange,
  volumeChange,
  type Change,
  type MoodPoint,
  type MoodSeries,
  type MoodTotal,
} from '@moodline/trends/contract';
import { LOW_N } from './low-n';
import { isPartial } from './partial-interval';

export type TileKey = 'net' | 'comments' | 'negative' | 'unsure';

/** A tile in numbers. `change` is in the tile's own measure: points, or for comments a share of the count before; null where nothing can be compared. */
export interface TileFigure {
  readonly key: TileKey;
  readonly value: number | null;
  readonly change: number | null;
  /** Whether the change is more than chance would bring; only then it is called one. */
  readonly clear: boolean;
  /** Whether a higher number is good (1), bad (−1) or neither (0). */
  readonly goodness: 1 | 0 | -1;
  readonly values: readonly (number | null)[];
  /** Narrows the filter to the comments behind the number. */
  readonly behind: Pick<CommentFilter, 'label'>;
}

const negativeShare = ({ n, negative }: Pick<MoodTotal, 'n' | 'negative'>) => (n === 0 ? null : negative / n);
const unsureShare = ({ n, unsure }: MoodTotal) => (n === 0 ? null : unsure / n);
const volume = ({ n, unlabelled }: MoodTotal) => n + unlabelled;
const told = (change: Change | null) => ({ change: change?.difference ?? null, clear: change?.clear ?? false });

/** The four tiles of a period against the one before. */
export function tileFigures({
  total,
  previous,
  points,
  step,
  period,
}: Pick<MoodSeries, 'total' | 'points' | 'previous' | 'step' | 'period'>): TileFigure[] {
  const before = previous.total;
  // A line through a handful of comments would be a peak of nothing.
  const course = (read: (point: MoodPoint) => number | null) =>
    points.map((point) => (point.n < LOW_N ? null : read(point)));
  const whole = points.filter((_, index) => !isPartial({ points, step, period }, index));
  return [
    {
      key: 'net',
      value: total.net,
      ...told(netChange(total, before)),
      goodness: 1,
      values: course(({ net }) => net),
      behind: {},
    },
    {
      key: 'comments',
      value: volume(total),
      ...told(volumeChange(volume(total), volume(before))),
      goodness: 0,
      // An interval that is not over would end each line in a fall.
      values: whole.map(({ n }) => n),
      behind: {},
    },
    {
      key: 'negative',
      value: negativeShare(total),
      ...told(shareChange('negative', total, before)),
      goodness: -1,
      values: course(negativeShare),
      behind: { label: ['negative'] },
    },
    {
      key: 'unsure',
      value: unsureShare(total),
      ...told(shareChange('unsure', total, before)),
      goodness: 0,
      values: [],
      behind: { label: ['unsure'] },
    },
  ];
}
