import type { FactOf } from '@moodline/narration/contract';
import type { FormsOf, TimeKind } from '../forms';
import type { Formats } from '../formats';
import { labelledOf } from '../passage';
import { comments } from './words';

type Told = Record<FactOf<'coverage'>['reason'], (fact: FactOf<'coverage'>, f: Formats) => string>;

const at = ({ at: moment }: FactOf<'coverage'>, f: Formats): string => (moment ? f.day(moment) : '');

const NO_THEME = 'too few comments speak of the same thing, so no theme is shown';

const PLAIN: Told = {
  'too-few': ({ value, limit }, f) =>
    `${value === 0 ? 'no comment here has a label yet' : `only ${comments(value, f)} with a label ${value === 1 ? 'is' : 'are'} here`}; ${f.number(limit ?? 0)} are needed to say anything`,
  'too-few-before': ({ value }, f) =>
    value === 0
      ? 'there is no labelled comment before this period to compare it with'
      : `the period before has only ${comments(value, f)}, too few to compare with`,
  unlabelled: ({ value }, f) =>
    `${comments(value, f)} still ${value === 1 ? 'waits' : 'wait'} for a label and ${value === 1 ? 'is' : 'are'} not counted`,
  unsure: ({ value }, f) => `${f.percent(value)} of the labels are close calls`,
  'no-change': () => 'nothing moved by more than chance would',
  'partial-day': (fact, f) => `${at(fact, f)} is not over yet`,
  'data-begins': (fact, f) => `the comments begin on ${at(fact, f)}`,
  'data-ends': (fact, f) => `the comments end on ${at(fact, f)}`,
  'no-stars': () => 'none of the comments collected here has stars',
  sampled: ({ value, n }, f) => `themes were looked for in ${f.number(value)} of the ${comments(n, f)}`,
  'no-theme': ({ value }, f) =>
    value === 100 ? NO_THEME : `${f.percent(value)} of the comments belong to none of the themes found`,
  unexplained: ({ value, limit }, f) =>
    `${f.number(value)} of the ${f.number(limit ?? 0)} points of the change are explained by none of the themes`,
};

const OTHERWISE: Told = {
  'too-few': ({ value, limit }, f) =>
    `it takes ${f.number(limit ?? 0)} labelled comments to say something, and there ${value === 1 ? 'is' : 'are'} ${f.number(value)}`,
  'too-few-before': ({ value }, f) =>
    value === 0
      ? 'what was before is not known: there are no labelled comments from then'
      : `whether this is new cannot be said: there ${value === 1 ? 'is' : 'are'} only ${comments(value, f)} from before`,
  unlabelled: ({ value }, f) => `not counted yet: ${comments(value, f)} without a label`,
  unsure: ({ value }, f) => `the model was in two minds about ${f.percent(value)} of the comments`,
  'no-change': () => 'no difference here is larger than chance',
  'partial-day': (fact, f) => `the numbers for ${at(fact, f)} are still growing`,
  'data-begins': (fact, f) => `before ${at(fact, f)} there are no comments`,
  'data-ends': (fact, f) => `after ${at(fact, f)} there are no comments`,
  'no-stars': () => 'there are no star ratings here, in any period',
  sampled: ({ value, n }, f) => `of ${comments(n, f)}, ${f.number(value)} were searched for themes`,
  'no-theme': ({ value }, f) =>
    value === 100 ? NO_THEME : `${f.percent(value)} of the comments are about things that too few others mention`,
  unexplained: ({ value, limit }, f) =>
    `no theme explains ${f.number(value)} of the ${f.number(limit ?? 0)} points of the change`,
};

/** The negative share of a day, of all its comments or of the labelled ones; nothing of a handful of labels. */
function negativeOf(fact: FactOf<'peak'>, f: Formats, say: (share: string, whole: string | null) => string): string {
  const labelled = labelledOf(fact);
  if (labelled === 'few') return '';
  return say(f.percent(fact.negative), labelled === 'all' ? null : `the ${f.number(fact.n)} labelled ones`);
}

/** Turns, events, peaks, and what is not known. */
export const TIMES: FormsOf<TimeKind> = {
  'turning-point': [
    ({ fact, f }) =>
      `the mood turned on ${f.day(fact.at)}: from ${f.signed(fact.before)} to ${f.signed(fact.now)} (until ${f.day(fact.until)})`,
    ({ fact, f }) =>
      `from ${f.day(fact.at)} on, net mood was ${fact.value > 0 ? 'better' : 'worse'}: ${f.signed(fact.now)}, after ${f.signed(fact.before)}`,
    ({ fact, f }) =>
      `on ${f.day(fact.at)}, net mood ${fact.value > 0 ? 'rose' : 'dropped'} from ${f.signed(fact.before)} to ${f.signed(fact.now)}, and stayed there until ${f.day(fact.until)}`,
  ],
  event: [
    ({ fact, f }) =>
      fact.clear
        ? `after “${fact.name}” (${f.day(fact.at)}), net mood went from ${f.signed(fact.before)} to ${f.signed(fact.now)}, on ${f.number(fact.nBefore)} and ${comments(fact.n, f)}`
        : `“${fact.name}” (${f.day(fact.at)}) made no difference beyond chance: ${f.signed(fact.before)} before, ${f.signed(fact.now)} after`,
    ({ fact, f }) =>
      fact.clear
        ? `net mood is ${fact.value > 0 ? 'higher' : 'lower'} since “${fact.name}” on ${f.day(fact.at)}: ${f.signed(fact.now)} instead of ${f.signed(fact.before)}`
        : `since “${fact.name}” on ${f.day(fact.at)}, net mood has hardly moved (${f.signed(fact.before)} to ${f.signed(fact.now)})`,
  ],
  peak: [
    ({ fact, f }) =>
      `most comments came on ${f.day(fact.at)}: ${f.number(fact.value)}${negativeOf(fact, f, (share, whole) => `, ${share} of ${whole ?? 'them'} negative`)}`,
    ({ fact, f }) =>
      `the busiest day was ${f.day(fact.at)}, with ${comments(fact.value, f)}${negativeOf(fact, f, (share, whole) => ` (${share}${whole ? ` of ${whole}` : ''} negative)`)}`,
  ],
  coverage: [({ fact, f }) => PLAIN[fact.reason](fact, f), ({ fact, f }) => OTHERWISE[fact.reason](fact, f)],
};
