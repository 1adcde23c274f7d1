import type { FactDraft, FactPeriod } from '@moodline/narration/contract';
import type { CommentFilter, Label } from '@moodline/comments/contract';
import { volume, wholeNet, wholeShare } from '@moodline/trends/api';
import { netChange, netError, shareChange, volumeChange, type Change, type MoodTotal } from '@moodline/trends/contract';
import { spokenTopic as told } from '../question/topic-query';
import type { Search } from './asked-facts';

type DraftOf<Kind extends FactDraft['kind']> = Extract<FactDraft, { kind: Kind }>;
type Common = Pick<FactDraft, 'period' | 'scope' | 'n' | 'direction' | 'citations'>;
type About = Pick<Search, 'typed' | 'period' | 'within' | 'language'>;

/** Where a fact is about: the scope of its question, unless it is narrowed to a part of it. */
export interface Narrowed {
  readonly scope?: Partial<FactDraft['scope']>;
  readonly filter?: CommentFilter;
  readonly period?: FactPeriod;
  readonly label?: Label;
}

/** What all facts have: which comments, and how to open them. */
export function common({ typed, period, within, language }: About, n: number, narrowed: Narrowed = {}): Common {
  const filter = { ...within, ...narrowed.filter, ...(narrowed.label ? { label: [narrowed.label] } : {}) };
  return {
    n,
    period: narrowed.period ?? period,
    scope: { ...typed.scope, labels: [], topic: spokenTopic(typed.scope.topic, language), ...narrowed.scope },
    direction: null,
    citations: { commentIds: [], filter },
  };
}

/** A topic without the signs of the search, with what else it is called where that was looked for, too. */
export const spokenTopic = (topic: string | null, language: Search['language']): string | null =>
  topic && told(topic, language);

/** How many comments, labelled or not; with a label those with it. */
export function countDraft(about: About, total: MoodTotal, narrowed: Narrowed = {}): DraftOf<'count'> {
  const { label = null } = narrowed;
  const value = label ? total[label] : volume(total);
  return { ...common(about, label ? total.n : value, narrowed), kind: 'count', value, unit: 'comments', label };
}

export function netDraft(about: About, total: MoodTotal, narrowed: Narrowed = {}): DraftOf<'net'> {
  return { ...common(about, total.n, narrowed), kind: 'net', value: wholeNet(total), unit: 'points' };
}

export function shareDraft(about: About, total: MoodTotal, label: Label, narrowed: Narrowed = {}): DraftOf<'share'> {
  return {
    ...common(about, total.n, { ...narrowed, label }),
    kind: 'share',
    value: wholeShare(total[label], total.n),
    unit: 'percent',
    label,
    count: total[label],
  };
}

const direction = (value: number, change: Change | null): FactDraft['direction'] =>
  change?.clear ? (value < 0 ? 'down' : 'up') : 'same';

interface Both {
  readonly now: MoodTotal;
  readonly before: MoodTotal;
  readonly compared: FactPeriod;
}

export function netChangeDraft(about: About, { now, before, compared }: Both): DraftOf<'change'> {
  const change = netChange(now, before);
  const [value, earlier] = [wholeNet(now), wholeNet(before)];
  return {
    ...common(about, now.n),
    kind: 'change',
    measure: 'net',
    label: null,
    value: value - earlier,
    unit: 'points',
    now: value,
    before: earlier,
    nBefore: before.n,
    clear: change?.clear ?? false,
    compared,
    margin: Math.round(1.96 * Math.hypot(netError(now), netError(before))),
    direction: direction(value - earlier, change),
  };
}

export function shareChangeDraft(about: About, label: Label, { now, before, compared }: Both): DraftOf<'change'> {
  const change = shareChange(label, now, before);
  const [value, earlier] = [now, before].map((total) => wholeShare(total[label], total.n)) as [number, number];
  const error = (total: MoodTotal) =>
    total.n ? Math.sqrt((total[label] / total.n) * (1 - total[label] / total.n) * (1 / total.n)) : 0;
  return {
    ...common(about, now.n, { label }),
    kind: 'change',
    measure: 'share',
    label,
    value: value - earlier,
    unit: 'points',
    now: value,
    before: earlier,
    nBefore: before.n,
    clear: change?.clear ?? false,
    compared,
    margin: Math.round(196 * Math.hypot(error(now), error(before))),
    direction: direction(value - earlier, change),
  };
}

/** Whether two numbers of comments differ by more than chance, none at all included. */
export const volumesDiffer = (now: number, before: number): boolean =>
  (volumeChange(now, before) ?? volumeChange(before, now))?.clear ?? false;

export function countChangeDraft(
  about: About,
  { now, before, compared }: Both,
  label: Label | null,
): DraftOf<'change'> {
  const [value, earlier] = [now, before].map((total) => (label ? total[label] : volume(total))) as [number, number];
  const clear = volumesDiffer(value, earlier);
  return {
    ...common(about, now.n, label ? { label } : {}),
    kind: 'change',
    measure: 'count',
    label,
    value: value - earlier,
    unit: 'comments',
    now: value,
    before: earlier,
    nBefore: before.n,
    clear,
    compared,
    margin: null,
    direction: clear ? (value < earlier ? 'down' : 'up') : 'same',
  };
}

export function coverageDraft(
  about: About,
  reason: DraftOf<'coverage'>['reason'],
  {
    value,
    n = value,
    at = null,
    limit = null,
  }: { value: number; n?: number; at?: string | null; limit?: number | null },
): DraftOf<'coverage'> {
  return { ...common(about, n), kind: 'coverage', reason, value, unit: 'comments', limit, at };
}
