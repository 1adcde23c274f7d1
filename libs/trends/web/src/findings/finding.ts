import { ENOUGH_TO_COMPARE, netChange, type MoodSeries, type MoodTotal } from '@moodline/trends/contract';

/** What the period says as a whole: the key of a sentence and the numbers in it. */
export type Finding =
  | { readonly kind: 'none' }
  | { readonly kind: 'few'; readonly n: number }
  | { readonly kind: 'level' | 'steady'; readonly net: number }
  | {
      readonly kind: 'rose' | 'fell' | 'turnedPositive' | 'turnedNegative';
      readonly net: number;
      readonly points: number;
    };

/** Reads the finding off the totals of this period and the one before. The words are chosen by rule, never written by the model. */
export function findingOf({
  total,
  previous,
}: Pick<MoodSeries, 'total'> & { previous: { total: MoodTotal } }): Finding {
  if (total.n === 0 || total.net === null) return { kind: 'none' };
  if (total.n < ENOUGH_TO_COMPARE) return { kind: 'few', n: total.n };
  const net = Math.round(total.net);
  const change = netChange(total, previous.total);
  if (!change) return { kind: 'level', net };
  if (!change.clear) return { kind: 'steady', net };
  const before = net - change.difference;
  const points = Math.abs(change.difference);
  if (before > 0 && net < 0) return { kind: 'turnedNegative', net, points };
  if (before < 0 && net > 0) return { kind: 'turnedPositive', net, points };
  return { kind: change.difference > 0 ? 'rose' : 'fell', net, points };
}
