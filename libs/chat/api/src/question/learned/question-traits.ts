import type { Wanted } from '../wanted';
import type { Understanding } from '../understanding';
import { unitsOf } from './frame';
import { hashed, type Traits } from './sparse-head';

/** What the rules make of a question before a head has its say. */
export interface RuledQuestion {
  readonly read: Understanding;
  /** What the words want; null where they tell no intent. */
  readonly own: Wanted | null;
  /** Why the words decline it, null where they do not. */
  readonly outside: string | null;
  readonly pointsBack: boolean;
  readonly anchored: boolean;
}

/** Runs of words up to this long are looked at. */
const LONGEST_RUN = 4;
const STEM = 5;
/** What all words of a question weigh together beside what the rules found. */
const WORDS_WEIGH = 3;
const RULE_WEIGHS = { wanted: 3, intent: 2, other: 1 } as const;

/** What a head is told of a question: runs of its words, and what the rules found in it. */
export function questionTraits(question: RuledQuestion): Traits {
  const runs = new Set(runsOf(question.read.frame));
  const each = WORDS_WEIGH / Math.sqrt(runs.size || 1);
  return hashed(new Map([...[...runs].map((run) => [run, each] as const), ...ruleTraits(question)]));
}

function runsOf(frame: string): string[] {
  const units = ['^', ...unitsOf(frame).map(({ words }) => words), '$'];
  const stems = units.flatMap((unit) =>
    /^[a-z]/u.test(unit) && unit.length >= STEM ? [`${unit.slice(0, STEM)}*`] : [],
  );
  return units
    .flatMap((_, start) =>
      Array.from({ length: Math.min(LONGEST_RUN, units.length - start) }, (__, more) =>
        units.slice(start, start + more + 1).join(' '),
      ),
    )
    .concat(stems);
}

function ruleTraits({ read, own, outside, pointsBack, anchored }: RuledQuestion): (readonly [string, number])[] {
  const { wanted, intent, other } = RULE_WEIGHS;
  const first = read.intents[0];
  const flags = {
    compared: read.compared !== null,
    event: read.event !== null,
    exact: read.topics.some((topic) => topic.exact),
    number: read.number !== null,
    pointsBack,
    anchored,
    ahead: read.ahead,
  };
  const counts = {
    periods: read.periods,
    sources: read.sources,
    places: read.places,
    languages: read.languages,
    labels: read.labels,
    topics: read.topics,
  };
  const said = { outside, by: read.by, per: read.per, order: read.order, unknowable: read.unknowable };
  return [
    [`wanted=${own?.intent ?? ''}`, wanted],
    [`measure=${own?.measure ?? ''}`, other],
    ...(first ? [[`first=${first}`, intent] as const] : []),
    ...read.intents.map((one) => [`intent=${one}`, intent] as const),
    ...read.labels.map((label) => [`label=${label}`, intent] as const),
    ...(own?.labels ?? []).map((label) => [`of=${label}`, intent] as const),
    ...Object.entries(flags).flatMap(([name, set]) => (set ? [[`is=${name}`, other] as const] : [])),
    ...Object.entries(counts).map(([name, { length }]) => [`${name}=${Math.min(2, length)}`, other] as const),
    ...Object.entries(said).map(([name, value]) => [`${name}=${value ?? ''}`, other] as const),
  ];
}
