import { type Change, type MoodTotal, netChange, shareChange, volumeChange } from '@moodline/trends/contract';

export const COMPARED = ['net', 'negative', 'positive', 'unsure', 'comments'] as const;
export type ComparedKey = (typeof COMPARED)[number];

/** A number of both sides. `change` is A against B, in points (of comments: as a share of B); null where it cannot be compared. */
export interface ComparedFigure {
  readonly key: ComparedKey;
  readonly a: number | null;
  readonly b: number | null;
  readonly change: Change | null;
}

const volume = ({ n, unlabelled }: MoodTotal) => n + unlabelled;

/** The numbers of two sides and whether they differ by more than chance: the one rule for that in the whole product. */
export function comparedFigures(a: MoodTotal, b: MoodTotal): ComparedFigure[] {
  return COMPARED.map((key): ComparedFigure => {
    if (key === 'net') return { key, a: a.net, b: b.net, change: netChange(a, b) };
    if (key === 'comments') return { key, a: volume(a), b: volume(b), change: volumeChange(volume(a), volume(b)) };
    return { key, a: share(key, a), b: share(key, b), change: shareChange(key, a, b) };
  });
}

const share = (key: 'negative' | 'positive' | 'unsure', total: MoodTotal): number | null =>
  total.n === 0 ? null : total[key] / total.n;
