import type { CommentFilter } from '@moodline/shared/contract';
import type { MoodPoint, MoodSeries, MoodTotal } from '@moodline/trends/contract';

export type TileKey = 'net' | 'comments' | 'negative' | 'unsure';

/** A tile in numbers. `change` is in the tile's own measure: points, or for comments a share of the count before; null where nothing can be compared. */
export interface TileFigure {
  readonly key: TileKey;
  readonly value: number | null;
  readonly change: number | null;
  /** Whether a higher number is good (1), bad (−1) or neither (0). */
  readonly goodness: 1 | 0 | -1;
  readonly values: readonly (number | null)[];
  /** Narrows the filter to the comments behind the number. */
  readonly behind: Pick<CommentFilter, 'label'>;
}

const negativeShare = ({ n, negative }: Pick<MoodTotal, 'n' | 'negative'>) => (n === 0 ? null : negative / n);
const unsureShare = ({ n, unsure }: MoodTotal) => (n === 0 ? null : unsure / n);
const volume = ({ n, unlabelled }: MoodTotal) => n + unlabelled;
const difference = (now: number | null, before: number | null) =>
  now === null || before === null ? null : now - before;

/** The four tiles of a period against the one before. */
export function tileFigures({
  total,
  previous,
  points,
}: Pick<MoodSeries, 'total' | 'points' | 'previous'>): TileFigure[] {
  const before = previous.total;
  const course = (read: (point: MoodPoint) => number | null) => points.map(read);
  return [
    {
      key: 'net',
      value: total.net,
      change: difference(roundedNet(total), roundedNet(before)),
      goodness: 1,
      values: course(({ net }) => net),
      behind: {},
    },
    {
      key: 'comments',
      value: volume(total),
      change: volume(before) === 0 ? null : volume(total) / volume(before) - 1,
      goodness: 0,
      values: course(({ n }) => n),
      behind: {},
    },
    {
      key: 'negative',
      value: negativeShare(total),
      change: difference(asPercent(negativeShare(total)), asPercent(negativeShare(before))),
      goodness: -1,
      values: course(negativeShare),
      behind: { label: ['negative'] },
    },
    {
      key: 'unsure',
      value: unsureShare(total),
      change: difference(asPercent(unsureShare(total)), asPercent(unsureShare(before))),
      goodness: 0,
      values: [],
      behind: { label: ['unsure'] },
    },
  ];
}

// Differences are taken of the numbers as shown: −11 after 32 has to be 43 lower, whatever the decimals were.
const roundedNet = ({ net }: MoodTotal) => (net === null ? null : Math.round(net));
const asPercent = (share: number | null) => (share === null ? null : Math.round(share * 100));
