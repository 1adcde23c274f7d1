import { wholeNet, wholeShare } from '@moodline/narration/api';
import { MINIMUM_COMMENTS, type Figure, type MoodOf } from '@moodline/reports/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import { netChange, shareChange, volumeChange, type MoodTotal } from '@moodline/trends/contract';

/** Labelled and other comments. */
export const commentsOf = ({ n, unlabelled }: MoodTotal): number => n + unlabelled;

const netOf = (total: MoodTotal): number | null => (total.n ? wholeNet(total) : null);
const shareOf = (part: number, n: number): number | null => (n ? wholeShare(part, n) : null);

/** Counts as a row of a table shows them. */
export const moodOf = (total: MoodTotal): MoodOf => ({
  comments: commentsOf(total),
  net: netOf(total),
  positive: shareOf(total.positive, total.n),
  negative: shareOf(total.negative, total.n),
});

/**
 * The four numbers that stand at the top, each against the time before. A mood of fewer labelled comments than a summary needs is
 * none: at the top of a page a number is taken for what people feel, however few it rests on.
 */
export function figuresOf(now: MoodTotal, before: MoodTotal, filter: CommentFilter): Figure[] {
  const known = now.n >= MINIMUM_COMMENTS ? now : { ...now, n: 0 };
  const clear = (change: { readonly clear: boolean } | null) => (change ? change.clear : null);
  return [
    { name: 'net', value: netOf(known), before: netOf(before), clear: clear(netChange(known, before)), opens: filter },
    {
      name: 'comments',
      value: commentsOf(now),
      before: commentsOf(before),
      clear: clear(volumeChange(commentsOf(now), commentsOf(before))),
      opens: filter,
    },
    {
      name: 'negative',
      value: shareOf(now.negative, known.n),
      before: shareOf(before.negative, before.n),
      clear: clear(shareChange('negative', known, before)),
      opens: { ...filter, label: ['negative'] },
    },
    {
      name: 'unsure',
      value: shareOf(now.unsure, known.n),
      before: shareOf(before.unsure, before.n),
      clear: clear(shareChange('unsure', known, before)),
      opens: { ...filter, label: ['unsure'] },
    },
  ];
}
