import { searchForm, themeTerms, TextQueryMatcher } from '@moodline/comments/api';
import { SUBJECTS, type NamingLanguage } from './subjects';
import { contentTerms } from './terms';
import { scoreOf, type SampledComment } from './sampled-comment';
import { isSpaced } from './theme-words';
import { mayName, wordNames } from './word-names';

/** Something that comments may be about. */
export interface Candidate {
  /** A listed subject's key, or `term:` and the word. */
  readonly key: string;
  readonly names: Readonly<Record<NamingLanguage, string>>;
  /** A comment with one of them belongs to it. */
  readonly words: readonly string[];
  /** Indexes of the comments of the period. */
  readonly members: readonly number[];
  /** How telling it is per comment. */
  readonly weight: number;
}

/** A theme that is kept: found again by its words, whatever it was found as. */
export interface KnownTheme {
  readonly key: string;
  /** Keys of the themes that were merged into it. */
  readonly mergedKeys?: readonly string[];
  readonly names: Readonly<Record<NamingLanguage, string>>;
  readonly words: readonly string[];
  /** The name that a person gave it. */
  readonly givenName?: string | null;
}

/** A word in more of the comments than this is the name of what all of them are about. */
const MOST_SHARE = 0.12;
const LEAST = 3;
const LEAST_SHARE = 0.008;
/** A word stands for less than a listed subject, which gathers many of them. */
const WORD_WEIGHT = 0.5;
/** Standard errors by which a word's mood must differ from the others', or its share from before, to be told at all. */
const TELLING = 1.5;
/**
 * And by how much: points of mood (of 2), or times its share from before. A word whose comments feel like all others and are as many as ever tells
 * nothing about them, however many there are.
 */
const LEAST_DISTANCE = 0.15;
const LEAST_RISE = 1.75;

/** Of the comments of a subject at least this share has a word that means it in every trade: else its loose words mean something else here. */
const LEAST_SURE = 0.25;
/** Ends the key of a subject that is looked for by its sure words alone. */
const SURE = ':sure';

/** A group is at least this large. */
export const leastMembers = (comments: number): number => Math.max(LEAST, Math.ceil(comments * LEAST_SHARE));

/** Tells for each word which of the comments have one of the words; read once for all candidates. */
export function membersOf(words: readonly string[], comments: readonly SampledComment[]): number[] {
  const matcher = new TextQueryMatcher({ groups: [themeTerms(words)], none: [] });
  return comments.flatMap(({ form }, index) => (matcher.matchesForm(form) ? [index] : []));
}

/** Words as they are looked up: English ones also with a plural ending. */
export const searchWords = (words: readonly string[]): string[] => [
  ...new Set(
    words.flatMap((word) =>
      isSpaced(word) && /[a-z]$/.test(word) && !word.endsWith('s') ? [word, `${word}s`] : [word],
    ),
  ),
];

/**
 * The listed subjects as themes: named as in the middle of a sentence, with words as they are looked up. A subject with loose words is there
 * twice, with and without them; each is a theme of its own, because a theme is counted by the words that are kept with it.
 */
export const listedThemes = (): KnownTheme[] =>
  SUBJECTS.flatMap(({ key, names, words, loose }) => {
    const named = { ...names, en: names.en.toLowerCase() };
    const whole = { key, names: named, words: searchWords(words) };
    if (!loose.length) return [whole];
    return [
      whole,
      { key: key + SURE, names: named, words: searchWords(words.filter((word) => !loose.includes(word))) },
    ];
  });

/** Everything that the comments of a period may be about: kept themes, listed subjects, and words that stand out. */
export function themeCandidates(
  now: readonly SampledComment[],
  before: readonly SampledComment[],
  known: readonly KnownTheme[],
): Candidate[] {
  const least = leastMembers(now.length);
  const keys = new Set(known.flatMap(({ key, mergedKeys = [] }) => [key, ...mergedKeys]));
  const subjects = listedThemes().filter(({ key }) => !keys.has(key));
  const listed = [...known.filter(isStillNamed), ...subjects].map((theme) => ({
    ...theme,
    members: membersOf(theme.words, now),
    weight: theme.key.startsWith('term:') ? WORD_WEIGHT : 1,
  }));
  const telling = distanceIn(now, before.length);
  const fitting = fittingSubjects(listed)
    .filter(({ members }) => members.length >= least)
    .filter(
      (theme) => !isFoundAlone(theme) || telling(theme.members, membersOf(theme.words, before).length) >= TELLING,
    );
  return [...fitting, ...wordCandidates(now, before, keys)];
}

/** A word that stood out once, in some period, and that nobody has named: it is told where it stands out again. */
const isFoundAlone = ({ key, givenName, mergedKeys }: KnownTheme): boolean =>
  key.startsWith('term:') && !givenName && !mergedKeys?.length;

/** A theme that was found by a word which names none any more is left out, unless a person named or merged it. */
const isStillNamed = ({ key, givenName, mergedKeys }: KnownTheme): boolean =>
  Boolean(givenName ?? mergedKeys?.length) || !key.startsWith('term:') || mayName(key.slice('term:'.length));

/**
 * Of a subject that is there with and without its loose words, the one that fits the comments: "standby" is about a battery where people
 * speak of batteries, and at an airport it is not. What a person named or merged stays as it is.
 */
function fittingSubjects<Theme extends KnownTheme & Pick<Candidate, 'members'>>(themes: readonly Theme[]): Theme[] {
  const byKey = new Map(themes.map((theme) => [theme.key, theme]));
  const isWholeFitting = (key: string): boolean => {
    const [whole, sure] = [byKey.get(key), byKey.get(key + SURE)];
    if (!whole) return false;
    if (!sure || whole.givenName || whole.mergedKeys?.length) return true;
    return sure.members.length >= LEAST_SURE * whole.members.length;
  };
  return themes.filter(({ key }) =>
    key.endsWith(SURE) ? !isWholeFitting(key.slice(0, -SURE.length)) : isWholeFitting(key),
  );
}

/** Words that enough comments have, that are not in nearly all of them, that name a thing, and that differ in mood or are said more. */
function wordCandidates(
  now: readonly SampledComment[],
  before: readonly SampledComment[],
  known: ReadonlySet<string>,
): Candidate[] {
  const least = leastMembers(now.length);
  const earlier = membersByTerm(before);
  const distanceOf = distanceIn(now, before.length);
  const telling = [...membersByTerm(now)].flatMap(([term, members]) => {
    if (members.length < least || known.has(`term:${term}`)) return [];
    const distance = distanceOf(members, earlier.get(term)?.length ?? 0);
    return distance < TELLING ? [] : [{ term, members, distance }];
  });
  const names = wordNames(
    telling.map(({ term }) => term),
    now,
  );
  return telling.flatMap(({ term, members, distance }) => {
    const named = names.get(term);
    if (!named) return [];
    // A pair of words says more than each of them.
    const weight = WORD_WEIGHT * (1 + Math.min(1, distance / 6)) * (term.includes(' ') ? 1.3 : 1);
    return [{ key: `term:${term}`, names: named, words: searchWords([term]), members, weight }];
  });
}

/**
 * How much the comments with a word tell, in standard errors: by their mood, or by how many more there are than in the period before. Nothing where
 * so many have the word that it is the name of what all are about.
 */
function distanceIn(now: readonly SampledComment[], allBefore: number) {
  const mood = meanScore(now);
  return (members: readonly number[], before: number): number => {
    if (members.length > now.length * MOST_SHARE) return 0;
    const own = members.map((index) => now[index] as SampledComment);
    return Math.max(moodDistance(own, mood), riseDistance({ now: members.length, all: now.length, before, allBefore }));
  };
}

function membersByTerm(comments: readonly SampledComment[]): Map<string, number[]> {
  const members = new Map<string, number[]>();
  comments.forEach(({ text, language, form }, index) => {
    for (const term of contentTerms(text, language)) {
      // A term that the search does not find again cannot open its comments.
      if (!form.includes(searchForm(term).slice(1, -1))) continue;
      const list = members.get(term);
      if (list) list.push(index);
      else members.set(term, [index]);
    }
  });
  return members;
}

const meanScore = (comments: readonly SampledComment[]): number =>
  comments.length ? comments.reduce((sum, comment) => sum + scoreOf(comment), 0) / comments.length : 0;

/** How far the mood of some lies from that of all, in standard errors (a score has a deviation of at most 1); 0 where that is little. */
function moodDistance(some: readonly SampledComment[], mean: number): number {
  const distance = Math.abs(meanScore(some) - mean);
  return distance < LEAST_DISTANCE ? 0 : distance * Math.sqrt(some.length);
}

interface Rise {
  readonly now: number;
  readonly all: number;
  readonly before: number;
  readonly allBefore: number;
}

/** How much more often something is said than before, in standard errors of the difference of two shares; 0 where that is little. */
function riseDistance({ now, all, before, allBefore }: Rise): number {
  if (!allBefore || now / all < (LEAST_RISE * before) / allBefore) return 0;
  const pooled = (now + before + 1) / (all + allBefore + 2);
  return (now / all - before / allBefore) / Math.sqrt(pooled * (1 - pooled) * (1 / all + 1 / allBefore));
}
