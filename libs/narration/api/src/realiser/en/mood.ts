import type { Fact, FactOf } from '@moodline/narration/contract';
import type { FormsOf, MoodKind, Telling } from '../forms';
import type { Formats } from '../formats';
import { along, allOf, isLevel } from '../passage';
import { against, comments, comparedWith, measureName, rowName, shown, were } from './words';

const moved = (value: number) => (value < 0 ? 'fell' : 'rose');

/** ", down from −4": what a change adds to the number it is about. */
function since(rest: readonly Fact[], f: Formats): string {
  const change = along(rest, 'change');
  if (!change) return '';
  const before = shown(change.measure, change.before, f);
  if (!change.clear)
    return isLevel(change)
      ? `, much the same as ${against(change, f)} (${before})`
      : `, no clear change from ${before} ${against(change, f)}`;
  return `, ${change.value < 0 ? 'down' : 'up'} from ${before} ${against(change, f)}`;
}

const CHANGE: FormsOf<MoodKind>['change'] = [
  ({ fact, f, lead }) => {
    const [name, before, now] = parts(fact, f);
    return fact.clear
      ? `${lead}${name} ${moved(fact.value)} from ${before} to ${now}, compared with ${comparedWith(fact, f)}`
      : isLevel(fact)
        ? `${lead}${name} hardly moved: ${now}, after ${before} ${against(fact, f)}, which is no more than chance`
        : mayBeChance(fact, f, lead);
  },
  ({ fact, f, lead }) => {
    const [name, before, now] = parts(fact, f);
    return fact.clear
      ? `${lead}${name} is ${fact.value < 0 ? 'down' : 'up'} to ${now}; ${against(fact, f)} it was ${before}`
      : isLevel(fact)
        ? `${lead}${name} held at ${now}; ${against(fact, f)} it was ${before}, and the difference may be chance`
        : `${lead}${name} was ${now}, ${before} ${against(fact, f)}; with so few comments, that is no clear change`;
  },
  ({ fact, f, lead }) => {
    const [name, before, now] = parts(fact, f);
    if (!fact.clear) return null;
    const more =
      fact.measure === 'count'
        ? ` ${fact.value < 0 ? 'fewer' : 'more'}`
        : ` points ${fact.value < 0 ? 'lower' : 'higher'}`;
    return `${lead}at ${now}, ${name} is ${f.number(Math.abs(fact.value))}${more} than ${against(fact, f)} (${before})`;
  },
];

/** A difference that is large and yet no more than chance, since few comments stand behind it. */
function mayBeChance(fact: FactOf<'change'>, f: Formats, lead: string): string {
  const [name, before, now] = parts(fact, f);
  return `${lead}${name} went from ${before} ${against(fact, f)} to ${now}, but on so few comments that may be chance`;
}

const parts = (fact: FactOf<'change'>, f: Formats): [string, string, string] => [
  measureName(fact.measure, fact.label),
  shown(fact.measure, fact.before, f),
  shown(fact.measure, fact.now, f),
];

/** "the lowest net mood", "the most negative comments", as what something has. */
function superlative({ measure, label, order }: FactOf<'ranking'>): string {
  const most = order === 'most';
  if (measure === 'count') return `the ${most ? 'most' : 'fewest'} ${label ? `${label} ` : ''}comments`;
  if (measure === 'average')
    return `the ${most ? 'most' : 'fewest'} ${label ? `${label} ` : ''}comments a day on average`;
  if (measure === 'share') return `the ${most ? 'highest' : 'lowest'} ${label ?? ''} share`;
  return most ? 'the highest net mood' : 'the lowest net mood';
}

/** "by net mood, Forum is lowest", as the beginning of an order. */
function inOrder({ name, measure, label, order }: FactOf<'ranking'>): string {
  const most = order === 'most';
  if (measure === 'weight') return `${name} pulls net mood ${most ? 'up' : 'down'} most`;
  if (measure === 'average')
    return `by ${label ? `${label} ` : ''}comments a day, ${name} comes ${most ? 'first' : 'last'}`;
  if (measure === 'count')
    return `by number of ${label ? `${label} ` : ''}comments, ${name} comes ${most ? 'first' : 'last'}`;
  return `by ${measure === 'share' ? `${label ?? 'labelled'} share` : 'net mood'}, ${name} is ${most ? 'highest' : 'lowest'}`;
}

function entry({ measure, value, n, total }: FactOf<'ranking'>, f: Formats): string {
  if (measure === 'average') return `${f.number(value)} a day, ${f.number(total ?? n)} in all`;
  if (measure === 'count') return f.number(value);
  if (measure === 'share') return `${f.percent(value)} of ${comments(n, f)}`;
  if (measure === 'weight') return `${f.signed(value)} points from ${comments(n, f)}`;
  return `${f.signed(value)} on ${comments(n, f)}`;
}

const entries = (rows: readonly FactOf<'ranking'>[], f: Formats): string =>
  f.list(rows.map((row) => `${row.name} (${entry(row, f)})`));

/** The rows with names as they are told: a day has a name of its own in each language. */
const named = (telling: Telling<'ranking'>): FactOf<'ranking'>[] =>
  allOf(telling).map((row) => ({ ...row, name: rowName(row, telling.f) }));

const RANKING: FormsOf<MoodKind>['ranking'] = [
  (telling) => {
    const [first, ...others] = named(telling);
    const { f, lead } = telling;
    if (!first) return null;
    const rest = others.length ? `, followed by ${entries(others, f)}` : '';
    if (first.measure === 'weight')
      return `${lead}${first.name} ${first.order === 'most' ? 'lifts' : 'lowers'} net mood most: ${entry(first, f)}${rest}`;
    return `${lead}${first.name} has ${superlative(first)}: ${entry(first, f)}${rest}`;
  },
  (telling) => {
    const [first, ...others] = named(telling);
    const { f, lead } = telling;
    if (!first) return null;
    const rest = others.length ? `, then ${entries(others, f)}` : '';
    return `${lead}${inOrder(first)} (${entry(first, f)})${rest}`;
  },
];

/** Left and right in the order of their values, the lower one first. */
function ordered({ left, right }: FactOf<'comparison'>) {
  return left.value <= right.value ? ([left, right] as const) : ([right, left] as const);
}

const COMPARISON: FormsOf<MoodKind>['comparison'] = [
  ({ fact, f, lead }) => {
    const [low, high] = ordered(fact);
    const [less, more] = [low.value, high.value].map((value) => shown(fact.measure, value, f));
    if (!fact.clear)
      return `${lead}${fact.left.name} and ${fact.right.name} are too close to call: ${shown(fact.measure, fact.left.value, f)} and ${shown(fact.measure, fact.right.value, f)}`;
    if (fact.measure === 'net')
      return `${lead}${low.name} is more negative than ${high.name}: net mood ${less} against ${more}`;
    if (fact.measure === 'share')
      return `${lead}${high.name} has the higher ${fact.label ?? ''} share, ${more} against ${less} for ${low.name}`;
    return `${lead}${high.name} has more ${fact.label ? `${fact.label} ` : ''}comments than ${low.name}: ${more} against ${less}`;
  },
  ({ fact, f, lead }) => {
    const [low, high] = ordered(fact);
    const name = measureName(fact.measure, fact.label);
    const [less, more] = [low.value, high.value].map((value) => shown(fact.measure, value, f));
    if (!fact.clear)
      return `${lead}between ${fact.left.name} and ${fact.right.name}, ${name} differs by no more than chance may bring (${shown(fact.measure, fact.left.value, f)} and ${shown(fact.measure, fact.right.value, f)})`;
    return `${lead}${name} is ${more} for ${high.name} and ${less} for ${low.name}`;
  },
];

/** "37 Chinese comments about “battery” on Forum, 14 of them with the very word “battery”" */
const these = (telling: Telling<'count'>): string => {
  const { fact, f, counted } = telling;
  return `${comments(fact.value, f, counted.kind)}${counted.about}${counted.place}${part(fact, f)}${literal(telling)}`;
};

const part = ({ part: told }: FactOf<'count'>, f: Formats): string =>
  told ? ` (${f.percent(told.percent)} of all ${f.number(told.of)})` : '';

/** ", 21% of all 571 negative comments" */
const partOfLabel = ({ part: told, label }: FactOf<'count'>, f: Formats): string =>
  told ? `, ${f.percent(told.percent)} of all ${f.number(told.of)} ${label ?? ''} comments` : '';

function literal({ rest, fact, f }: Telling<'count'>): string {
  const told = along(rest, 'count');
  if (!told?.scope.topic || fact.value === 0 || told.value === fact.value) return '';
  return `${fact.label ? '; ' : ', '}${f.number(told.value)} of them with the very word “${told.scope.topic}”`;
}

const days = (n: number, f: Formats): string => `${f.number(n)} ${n === 1 ? 'day' : 'days'}`;

/** "26.8 negative comments a day" */
const averaged = ({ fact, f, counted }: Telling<'average'>, each = ` a ${fact.per}`): string =>
  `${[f.number(fact.value), fact.label, counted.kind, 'comments'].filter(Boolean).join(' ')}${each}`;

/** None at all is said in a way of its own. */
const isNone = ({ value }: FactOf<'count'>): boolean => value === 0;

/** Numbers of comments, shares, net mood and their changes, orders and pairs. */
export const MOOD: FormsOf<MoodKind> = {
  count: [
    (telling) => {
      const { fact, f, lead } = telling;
      if (!fact.label) return `${lead}there ${were(fact.value)} ${these(telling)}`;
      return fact.value === 0
        ? `${lead}none of ${comments(fact.n, f)} was ${fact.label}`
        : `${lead}${f.number(fact.value)} of ${comments(fact.n, f)} ${were(fact.value)} ${fact.label}${partOfLabel(fact, f)}${literal(telling)}`;
    },
    (telling) => {
      const { fact, f, lead } = telling;
      if (isNone(fact)) return null;
      return fact.label
        ? `${lead}${comments(fact.value, f)} ${were(fact.value)} ${fact.label}, out of ${f.number(fact.n)}${partOfLabel(fact, f)}${literal(telling)}`
        : `${lead}${these(telling)} came in`;
    },
    (telling) => {
      const { fact, f, lead } = telling;
      if (isNone(fact)) return null;
      return fact.label
        ? `${lead}there ${were(fact.value)} ${comments(fact.value, f, fact.label)} among ${f.number(fact.n)}${partOfLabel(fact, f)}${literal(telling)}`
        : `${lead}people wrote ${these(telling)}`;
    },
  ],
  average: [
    (telling) => {
      const { fact, f, lead, counted } = telling;
      return `${lead}there were on average ${averaged(telling)}${counted.about}${counted.place} (${f.number(fact.count)} in ${days(fact.days, f)})`;
    },
    (telling) => {
      const { fact, f, lead, counted } = telling;
      return `${lead}an average ${fact.per} had ${averaged(telling, '')}${counted.about}${counted.place}: ${f.number(fact.count)} in ${days(fact.days, f)}`;
    },
  ],
  share: [
    ({ fact, rest, f, lead }) =>
      `${lead}${f.percent(fact.value)} of ${comments(fact.n, f)} were ${fact.label}${since(rest, f)}`,
    ({ fact, rest, f, lead }) =>
      `${lead}the ${fact.label} share was ${f.percent(fact.value)} (${f.number(fact.count)} of ${comments(fact.n, f)})${since(rest, f)}`,
    ({ fact, rest, f, lead }) =>
      `${lead}${f.number(fact.count)} of ${comments(fact.n, f)} were ${fact.label}, a share of ${f.percent(fact.value)}${since(rest, f)}`,
  ],
  net: [
    ({ fact, rest, f, lead }) =>
      `${lead}net mood was ${f.signed(fact.value)} on ${comments(fact.n, f)}${since(rest, f)}`,
    ({ fact, rest, f, lead }) => {
      const change = along(rest, 'change');
      if (!change?.clear)
        return `${lead}net mood stood at ${f.signed(fact.value)}${since(rest, f)}; this rests on ${comments(fact.n, f)}`;
      return `${lead}net mood ${moved(change.value)} from ${f.signed(change.before)} to ${f.signed(fact.value)}, measured on ${comments(fact.n, f)}`;
    },
    ({ fact, rest, f, lead }) => {
      const change = along(rest, 'change');
      if (!change?.clear) return null;
      return `${lead}net mood ${moved(change.value)} by ${f.number(Math.abs(change.value))} points to ${f.signed(fact.value)} (${comments(fact.n, f)}); ${against(change, f)} it was ${f.signed(change.before)}`;
    },
  ],
  change: CHANGE,
  ranking: RANKING,
  comparison: COMPARISON,
};
