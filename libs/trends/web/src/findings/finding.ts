import type { MoodSeries, MoodTotal } from '@moodline/trends/contract';

/** Under this many labelled comments no direction is told. */
const ENOUGH = 20;
/** A difference is told when chance alone would bring it in fewer than one of twenty cases. */
const CERTAINTY = 1.96;

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
  if (total.n < ENOUGH) return { kind: 'few', n: total.n };
  const net = Math.round(total.net);
  if (previous.total.n < ENOUGH || previous.total.net === null) return { kind: 'level', net };
  const before = Math.round(previous.total.net);
  const change = net - before;
  if (
    Math.abs(total.net - previous.total.net) < CERTAINTY * Math.hypot(netError(total), netError(previous.total)) ||
    change === 0
  )
    return { kind: 'steady', net };
  const points = Math.abs(change);
  if (before > 0 && net < 0) return { kind: 'turnedNegative', net, points };
  if (before < 0 && net > 0) return { kind: 'turnedPositive', net, points };
  return { kind: change > 0 ? 'rose' : 'fell', net, points };
}

/** Standard error of a net mood: each comment counts +100, 0 or −100. Never zero, so that ten equal comments prove nothing. */
export function netError({ n, positive, negative }: Pick<MoodTotal, 'n' | 'positive' | 'negative'>): number {
  if (n === 0) return Infinity;
  // Two imagined comments, one on each side (Agresti and Coull), keep small samples modest.
  const up = (positive + 1) / (n + 2);
  const down = (negative + 1) / (n + 2);
  return 100 * Math.sqrt((up + down - (up - down) ** 2) / (n + 2));
}
