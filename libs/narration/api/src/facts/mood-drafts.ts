import type { DraftOf, FactOf } from '@moodline/narration/contract';
import type { Label } from '@moodline/comments/contract';
import { netChange, netError, shareChange, volumeChange, type MoodTotal } from '@moodline/trends/contract';
import { opens, type TellingOf } from './telling-of';

/** Net mood in whole points; 0 where nothing is labelled. */
export const wholeNet = ({ n, positive, negative }: Pick<MoodTotal, 'n' | 'positive' | 'negative'>): number =>
  n ? Math.round((100 * (positive - negative)) / n) + 0 : 0;

/** Share in whole percent; 0 where nothing is labelled. */
export const wholeShare = (part: number, n: number): number => (n ? Math.round((100 * part) / n) : 0);

const directionOf = (value: number, clear: boolean): FactOf<'change'>['direction'] =>
  clear ? (value > 0 ? 'up' : 'down') : 'same';

const common = ({ period, scope, filter }: TellingOf, n: number) => ({
  n,
  period,
  scope,
  direction: null,
  citations: opens(filter),
});

/** How many comments, labelled or not. */
export function volumeDraft(of: TellingOf, { n, unlabelled }: MoodTotal): DraftOf<'count'> {
  return { ...common(of, n), kind: 'count', value: n + unlabelled, unit: 'comments', label: null };
}

/** How many of the labelled ones have a label. */
export function countDraft(of: TellingOf, total: MoodTotal, label: Label): DraftOf<'count'> {
  const citations = opens({ ...of.filter, label: [label] });
  return { ...common(of, total.n), citations, kind: 'count', value: total[label], unit: 'comments', label };
}

export function shareDraft(of: TellingOf, total: MoodTotal, label: Label): DraftOf<'share'> {
  const value = wholeShare(total[label], total.n);
  const citations = opens({ ...of.filter, label: [label] });
  return { ...common(of, total.n), citations, kind: 'share', value, unit: 'percent', label, count: total[label] };
}

export function netDraft(of: TellingOf, total: MoodTotal): DraftOf<'net'> {
  return { ...common(of, total.n), kind: 'net', value: wholeNet(total), unit: 'points' };
}

/** Change of net mood; null where too few comments are labelled to compare. */
export function netChangeDraft(of: TellingOf, now: MoodTotal, before: MoodTotal): DraftOf<'change'> | null {
  const change = netChange(now, before);
  if (!change) return null;
  return {
    ...common(of, now.n),
    kind: 'change',
    measure: 'net',
    label: null,
    value: change.difference,
    unit: 'points',
    direction: directionOf(change.difference, change.clear),
    before: wholeNet(before),
    now: wholeNet(now),
    nBefore: before.n,
    clear: change.clear,
    compared: of.compared,
    margin: Math.round(1.96 * Math.hypot(netError(now), netError(before))),
  };
}

/** Change of a share; null where too few comments are labelled to compare. */
export function shareChangeDraft(
  of: TellingOf,
  { now, before }: { readonly now: MoodTotal; readonly before: MoodTotal },
  label: Label,
): DraftOf<'change'> | null {
  const change = shareChange(label, now, before);
  if (!change) return null;
  return {
    ...common(of, now.n),
    citations: opens({ ...of.filter, label: [label] }),
    kind: 'change',
    measure: 'share',
    label,
    value: change.difference,
    unit: 'points',
    direction: directionOf(change.difference, change.clear),
    before: wholeShare(before[label], before.n),
    now: wholeShare(now[label], now.n),
    nBefore: before.n,
    clear: change.clear,
    compared: of.compared,
    margin: null,
  };
}

/** Change of the number of comments; null where there was none before. */
export function volumeChangeDraft(of: TellingOf, now: MoodTotal, before: MoodTotal): DraftOf<'change'> | null {
  const [count, earlier] = [now.n + now.unlabelled, before.n + before.unlabelled];
  const change = volumeChange(count, earlier);
  if (!change) return null;
  const value = count - earlier;
  return {
    ...common(of, now.n),
    kind: 'change',
    measure: 'count',
    label: null,
    value,
    unit: 'comments',
    direction: directionOf(value, change.clear),
    before: earlier,
    now: count,
    nBefore: before.n,
    clear: change.clear,
    compared: of.compared,
    margin: null,
  };
}

/** Something that is not known. */
export function coverageDraft(
  of: TellingOf,
  n: number,
  known: Pick<FactOf<'coverage'>, 'reason' | 'value'> & Partial<Pick<FactOf<'coverage'>, 'limit' | 'at' | 'citations'>>,
): DraftOf<'coverage'> {
  const unit =
    known.reason === 'unsure' || known.reason === 'no-theme'
      ? 'percent'
      : known.reason === 'unexplained'
        ? 'points'
        : 'comments';
  return { ...common(of, n), kind: 'coverage', unit, limit: null, at: null, ...known };
}
