import type { Fact, FactOf } from '@moodline/narration/contract';
import type { FormsOf, ThemeKind } from '../forms';
import type { Formats } from '../formats';
import { along, allOf, exceedsWhole, labelledOf } from '../passage';
import { comments } from './words';

/** "only 3 of them have a label": nothing else can be said of so few. */
const few = ({ n }: FactOf<'theme'>, f: Formats): string =>
  n === 0 ? 'none of them has a label' : `only ${f.number(n)} of them ${n === 1 ? 'has' : 'have'} a label`;

/** "61% of them negative": the side that more of them are on. */
function tone(fact: FactOf<'theme'>, f: Formats): string {
  const { n, positive, negative } = fact;
  const labelled = labelledOf(fact);
  if (labelled === 'few') return few(fact, f);
  const them = labelled === 'all' ? 'them' : `the ${f.number(n)} labelled ones`;
  return positive > negative
    ? `${f.percent(positive)} of ${them} positive`
    : `${f.percent(negative)} of ${them} negative`;
}

function level(fact: FactOf<'theme'>, f: Formats): string {
  const labelled = labelledOf(fact);
  if (labelled === 'few') return few(fact, f);
  return `with a net mood of ${f.signed(fact.net)}${labelled === 'all' ? '' : ` among the ${f.number(fact.n)} labelled ones`}`;
}

/** "the fall" or "the rise" of net mood that is taken apart. */
const whole = ({ total }: FactOf<'share-of-change'>): string => (total < 0 ? 'fall' : 'rise');

/** Points towards the whole change; a part that goes the other way works against it. */
function part(rest: readonly Fact[], f: Formats, joint: string): string {
  const told = along(rest, 'share-of-change');
  if (!told || told.total === 0) return '';
  if (told.value === 0)
    return `${joint} accounts for none of the ${f.number(Math.abs(told.total))} points of the ${whole(told)}`;
  const points = f.number(Math.abs(told.value));
  if (Math.sign(told.value) !== Math.sign(told.total))
    return `${joint} kept the ${whole(told)} ${points} ${Math.abs(told.value) === 1 ? 'point' : 'points'} smaller`;
  if (exceedsWhole(told))
    return `${joint} alone would make it a ${whole(told)} of ${points} points, but other themes make up for some of that`;
  return `${joint} accounts for ${points} of the ${f.number(Math.abs(told.total))} points of the ${whole(told)}`;
}

function earlier({ before, value }: FactOf<'theme'>, f: Formats): string {
  if (before === null) return '';
  if (before === 0) return ', none in the period before';
  return before === value ? ', as many as before' : `, after ${f.number(before)} in the period before`;
}

const rose = ({ rose: day }: FactOf<'theme'>, f: Formats): string => (day ? `, and rose from ${f.day(day)} on` : '');

const THEME: FormsOf<ThemeKind>['theme'] = [
  ({ fact, rest, f }) =>
    `${fact.name} came up in ${comments(fact.value, f)}, ${tone(fact, f)}${earlier(fact, f)}${rose(fact, f)}${part(rest, f, '; it')}`,
  ({ fact, rest, f }) =>
    `${comments(fact.value, f)} ${fact.value === 1 ? 'is' : 'are'} about ${fact.name}${earlier(fact, f)}: ${tone(fact, f)}${part(rest, f, ', and the theme')}`,
  ({ fact, rest, f }) =>
    `there ${fact.value === 1 ? 'is' : 'are'} ${comments(fact.value, f)} about ${fact.name}${earlier(fact, f)}, ${level(fact, f)}${part(rest, f, '; it')}`,
];

function share(fact: FactOf<'share-of-change'>, f: Formats): string {
  const points = f.signed(fact.value);
  return fact.name === null ? `${points} from what no theme found here explains` : `${points} from ${fact.name}`;
}

const SHARE_OF_CHANGE: FormsOf<ThemeKind>['share-of-change'] = [
  (telling) => {
    const { f, fact } = telling;
    return `the ${whole(fact)} of ${f.number(Math.abs(fact.total))} points is made up of ${f.list(allOf(telling).map((one) => share(one, f)))}`;
  },
  (telling) => {
    const { f, fact } = telling;
    return `taken apart, the ${f.number(Math.abs(fact.total))} points of the ${whole(fact)} are ${f.list(allOf(telling).map((one) => share(one, f)))}`;
  },
];

/** “a” or “b”, as the words stand in the comments. */
const shared = ({ words }: FactOf<'claim'>): string => words.map((word) => `“${word}”`).join(' or ');

const CLAIM: FormsOf<ThemeKind>['claim'] = [
  ({ fact, f }) =>
    `${comments(fact.value, f)} about ${fact.theme} ${fact.value === 1 ? 'mentions' : 'mention'} ${shared(fact)}: “${fact.text}”`,
  ({ fact, f }) => `on ${fact.theme}, ${shared(fact)} comes up in ${comments(fact.value, f)}, as in “${fact.text}”`,
  ({ fact, f }) =>
    `${shared(fact)} appears in ${comments(fact.value, f)} about ${fact.theme}; one of them reads “${fact.text}”`,
];

const on = ({ at }: FactOf<'quote'>, f: Formats): string => (at ? ` on ${f.day(at)}` : '');

const QUOTE: FormsOf<ThemeKind>['quote'] = [
  ({ fact, f }) =>
    `${fact.about ? `on ${fact.about}, one` : 'one'} person ${fact.at ? 'wrote' : 'writes'}${fact.source ? ` on ${fact.source}` : ''}${on(fact, f)}: “${fact.text}”`,
  ({ fact, f }) =>
    `“${fact.text}”, says a comment${fact.at ? ` of ${f.day(fact.at)}` : ''}${fact.about ? ` about ${fact.about}` : ''}${fact.source ? ` on ${fact.source}` : ''}`,
  ({ fact, f }) =>
    `in one person's own words${fact.about ? ` about ${fact.about}` : ''}${fact.source ? `, from ${fact.source}` : ''}${fact.at ? `, ${f.day(fact.at)}` : ''}: “${fact.text}”`,
];

/** Themes, what is said in them, and what they do to the whole. */
export const THEMES: FormsOf<ThemeKind> = {
  theme: THEME,
  claim: CLAIM,
  quote: QUOTE,
  'share-of-change': SHARE_OF_CHANGE,
};
