import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { mostRepresentative } from './representative';
import type { SampledComment } from './sampled-comment';
import { contentTerms } from './terms';
import { membersOf } from './theme-candidates';

/** Words that several comments of a theme share besides those of the theme. */
export interface Claim {
  /** A comment of the theme with one of them is one of its comments. */
  readonly words: readonly string[];
  readonly label: Label;
  /** Of those that were read; the most representative one first. */
  readonly comments: readonly SampledComment[];
}

export interface ClaimQuestion {
  readonly themeWords: readonly string[];
  readonly limit: number;
  readonly language?: Language;
  /** Comments of all themes: a word that is as common there says nothing about this one. */
  readonly all?: readonly SampledComment[];
}

const LEAST = 2;
/** Words in this share of each other's comments say the same. */
const SAME = 0.6;
const MORE_THAN_OTHERS = 1.8;
/** A claim adds at least this share of comments that no other claim has. */
const LEAST_NEW = 0.5;

/**
 * What the comments of a theme talk about on the side that most of them are on: words that several of them share
 * besides the theme's own, the most common one first, each with comments that are not told by another.
 */
export function claimsOf(
  members: readonly SampledComment[],
  { themeWords, limit, language, all = [] }: ClaimQuestion,
): Claim[] {
  const label = sideOf(members);
  const side = members.filter((comment) => comment.label === label);
  const own = new Set(members);
  const others = all.filter((comment) => comment.label === label && !own.has(comment));
  const words = wordGroups(side, themeWords).filter((group) => isOwn(group, side, others));
  const told = new Set<number>();
  const claims: Claim[] = [];
  while (claims.length < limit) {
    const best = mostTold(words, told);
    if (!best) break;
    words.splice(words.indexOf(best), 1);
    best.members.forEach((index) => told.add(index));
    const comments = mostRepresentative(
      best.members.map((index) => side[index] as SampledComment),
      { label, language },
    );
    if (comments.length >= LEAST) claims.push({ words: best.words, label, comments });
  }
  return claims;
}

/** The mood, of those that are one, that most comments have. */
export function sideOf(members: readonly SampledComment[]): Label {
  const count = (label: Label) => members.filter((comment) => comment.label === label).length;
  return count('positive') > count('negative') ? 'positive' : 'negative';
}

interface WordGroup {
  readonly words: readonly string[];
  readonly members: readonly number[];
}

function wordGroups(side: readonly SampledComment[], themeWords: readonly string[]): WordGroup[] {
  const own = new Map<string, number>();
  for (const { text, language } of side)
    for (const term of contentTerms(text, language)) own.set(term, (own.get(term) ?? 0) + 1);
  const isTheme = (term: string) =>
    themeWords.some((word) => word.includes(term) || term.includes(word.replace(/\*$/, '')));
  const groups: WordGroup[] = [...own]
    .filter(([term, count]) => count >= LEAST && !isTheme(term))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 60)
    .map(([term]) => ({ words: [term], members: membersOf([term], side) }));
  const merged: WordGroup[] = [];
  for (const group of groups) {
    const same = merged.findIndex(
      ({ members }) => isMostly(group.members, members) && isMostly(members, group.members),
    );
    const found = merged[same];
    if (found)
      merged[same] = {
        words: [...found.words, ...group.words],
        members: [...new Set([...found.members, ...group.members])],
      };
    else merged.push(group);
  }
  return merged;
}

/**
 * Whether words are said clearly more often in the theme than in the other comments of the same mood: what is in any complaint says nothing of this one.
 * Counted among the languages in which they are said: "耳机" is not rare because half of all comments are English.
 */
function isOwn(
  { words, members }: WordGroup,
  side: readonly SampledComment[],
  others: readonly SampledComment[],
): boolean {
  const languages = new Set(members.map((index) => side[index]?.language));
  const [here, elsewhere] = [side, others].map((comments) =>
    comments.filter(({ language }) => languages.has(language)),
  );
  if (!here?.length || !elsewhere?.length) return true;
  return members.length / here.length >= (MORE_THAN_OTHERS * membersOf(words, elsewhere).length) / elsewhere.length;
}

function isMostly(left: readonly number[], right: readonly number[]): boolean {
  const known = new Set(right);
  return left.filter((index) => known.has(index)).length >= SAME * left.length;
}

function mostTold(groups: readonly WordGroup[], told: ReadonlySet<number>): WordGroup | null {
  let best: WordGroup | null = null;
  let highest = 0;
  for (const group of groups) {
    const fresh = group.members.filter((index) => !told.has(index)).length;
    if (fresh < LEAST || fresh < group.members.length * LEAST_NEW) continue;
    // A pair of words, and several words that go together, say more than one.
    const score = fresh * (group.words.length > 1 || group.words[0]?.includes(' ') ? 1.4 : 1);
    if (score > highest) [best, highest] = [group, score];
  }
  return best;
}
