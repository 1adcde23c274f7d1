import type { Fact, FactKind, FactOf } from '@moodline/narration/contract';
import { labelledPart } from '@moodline/trends/contract';

/** Facts that are told in one sentence: one that leads, and what is said along with it. */
export interface Passage<Kind extends FactKind = FactKind> {
  readonly fact: FactOf<Kind>;
  readonly rest: readonly Fact[];
}

/** Which facts may follow another in its sentence. */
function joins(first: Fact, next: Fact): boolean {
  switch (first.kind) {
    case 'count':
      return next.kind === 'count' && next.label === first.label && isPartOf(next, first);
    case 'net':
      return next.kind === 'change' && next.measure === 'net' && next.now === first.value;
    case 'share':
      return next.kind === 'change' && next.measure === 'share' && next.label === first.label;
    case 'ranking':
      return (
        next.kind === 'ranking' &&
        next.by === first.by &&
        next.measure === first.measure &&
        next.label === first.label &&
        next.order === first.order &&
        next.rank > first.rank
      );
    case 'theme':
      return next.kind === 'share-of-change' && next.name === first.name;
    case 'share-of-change':
      return next.kind === 'share-of-change';
    default:
      return false;
  }
}

/** Whether a count is of those comments of another one that have the very words of the question. */
function isPartOf({ scope, period }: Fact, whole: Fact): boolean {
  const { topic, ...rest } = scope;
  const { topic: wide, ...all } = whole.scope;
  const narrower = topic !== null && wide !== null && topic !== wide && wide.split(' / ').includes(topic);
  return narrower && JSON.stringify([rest, period]) === JSON.stringify([all, whole.period]);
}

/** Only lists go on; a net mood is followed by one change of it. */
const GOES_ON: readonly FactKind[] = ['ranking', 'share-of-change'];

/** Puts neighbours together that are told together. */
export function passagesOf(facts: readonly Fact[]): Passage[] {
  const passages: { fact: Fact; rest: Fact[] }[] = [];
  for (const fact of facts) {
    const last = passages.at(-1);
    const open = last && (last.rest.length === 0 || GOES_ON.includes(last.fact.kind));
    if (open && joins(last.fact, fact)) last.rest.push(fact);
    else passages.push({ fact, rest: [] });
  }
  return passages;
}

/** The first fact of a kind that is told along. */
export function along<Kind extends FactKind>(rest: readonly Fact[], kind: Kind): FactOf<Kind> | undefined {
  return rest.find((fact): fact is FactOf<Kind> => fact.kind === kind);
}

/** All facts of a kind in a passage, the leading one first. */
export function allOf<Kind extends FactKind>({ fact, rest }: Passage<Kind>): FactOf<Kind>[] {
  return [fact, ...rest.filter((other): other is FactOf<Kind> => other.kind === fact.kind)];
}

/** Points up to which a difference that is no more than chance is also a small one: "much the same" is not said of twenty points. */
const LEVEL_POINTS = 5;

export const isLevel = ({ value }: FactOf<'change'>): boolean => Math.abs(value) <= LEVEL_POINTS;

/** What the labels of a theme or of a day stand for. */
export const labelledOf = ({ n, value }: FactOf<'theme' | 'peak'>) => labelledPart({ n, comments: value });

/** Whether a part is larger than the whole, as other parts go the other way. */
export const exceedsWhole = ({ value, total }: FactOf<'share-of-change'>): boolean => Math.abs(value) > Math.abs(total);
