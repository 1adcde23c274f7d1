import type { QuestionMeasure } from '@moodline/chat/contract';
import type { Label } from '@moodline/comments/contract';
import type { FactDraft } from '@moodline/narration/contract';
import { volume, wholeNet, wholeShare } from '@moodline/trends/api';
import { netChange, shareChange, type MoodTotal } from '@moodline/trends/contract';
import type { Search } from './asked-facts';
import { common, volumesDiffer } from './mood-drafts';

/** Something with its numbers. */
interface Row {
  readonly name: string;
  readonly total: MoodTotal;
}

/** A number of a total as it is put in an order, and as it is shown. @param whole all comments of what is compared */
export function valueOf(
  total: MoodTotal,
  { measure, label, whole }: { measure: QuestionMeasure; label: Label | null; whole: number },
): { exact: number; whole: number } {
  if (measure === 'count') {
    const count = label ? total[label] : volume(total);
    return { exact: count, whole: count };
  }
  if (measure === 'share') {
    const [part, of] = label ? [total[label], total.n] : [volume(total), whole];
    return { exact: of ? part / of : 0, whole: wholeShare(part, of) };
  }
  return { exact: total.n ? (total.positive - total.negative) / total.n : 0, whole: wholeNet(total) };
}

/** Two side by side, and whether they differ by more than chance. */
export function comparison(
  search: Search,
  measure: 'net' | 'share' | 'count',
  label: Label | null,
  [left, right]: readonly [Row, Row],
): FactDraft {
  const whole = volume(left.total) + volume(right.total);
  const side = ({ name, total }: Row) => ({ name, value: valueOf(total, { measure, label, whole }).whole, n: total.n });
  const [a, b] = [side(left), side(right)];
  const clear = {
    net: () => netChange(left.total, right.total)?.clear ?? false,
    share: () => shareChange(label ?? 'negative', left.total, right.total)?.clear ?? false,
    count: () => volumesDiffer(a.value, b.value),
  }[measure]();
  return {
    ...common(
      search,
      left.total.n + right.total.n,
      search.typed.by === 'weekend' ? {} : { scope: { sources: [], languages: [], topic: null } },
    ),
    kind: 'comparison',
    measure,
    label,
    left: a,
    right: b,
    value: a.value - b.value,
    unit: measure === 'count' ? 'comments' : 'points',
    clear,
  };
}
