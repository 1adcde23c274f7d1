import type { Label, Language } from '@moodline/shared/contract';
import { SUBJECTS, type NamingLanguage } from './subjects';
import { contentTerms } from './terms';
import { themePattern } from './theme-words';

/** A comment as grouping needs it. */
export interface ThemeComment {
  readonly id: number;
  readonly text: string;
  /** Equal for texts that differ in spaces, case and punctuation only. */
  readonly textHash: string;
  readonly language: Language;
  readonly label: Label | null;
  readonly engagement: number;
}

/** Comments about the same thing, and the few that stand for them. */
export interface ThemeGroup {
  /** What the thing is called without a model: a subject's name, or the word the comments share. */
  readonly names: Readonly<Record<NamingLanguage, string>>;
  /** A comment belongs to the group when it carries one of these. */
  readonly words: readonly string[];
  /** Up to four comments in one language: central to the group, loud, no two alike. */
  readonly examples: readonly ThemeComment[];
}

export interface Grouping {
  /** Groups at most. */
  readonly limit: number;
  /** Language of the examples, where there are enough. */
  readonly language?: NamingLanguage;
}

interface ReadComment {
  readonly comment: ThemeComment;
  readonly terms: ReadonlySet<string>;
}

/** Something the comments may be about. `members` are indexes of the comments in question. */
interface Candidate {
  readonly names: ThemeGroup['names'];
  readonly words: readonly string[];
  readonly members: readonly number[];
  /** How telling it is per comment: grows with how much more it is talked about here than elsewhere. */
  readonly weight: number;
}

const EXAMPLES = 4;
const LEAST_MEMBERS = 3;

/**
 * Finds what the comments in question talk about, more than the others do: takes the most telling subject or word, sets the
 * comments that carry it aside, and goes on with the rest. Texts that are the same count once.
 */
export function groupByTheme(
  target: readonly ThemeComment[],
  others: readonly ThemeComment[],
  { limit, language }: Grouping,
): ThemeGroup[] {
  const [own, rest] = [read(target), read(others)];
  const candidates = [...subjectCandidates(own, rest), ...termCandidates(own, rest)];
  const covered = new Set<number>();
  const groups: ThemeGroup[] = [];
  while (groups.length < limit) {
    const best = mostTelling(candidates, covered, groups);
    if (!best) break;
    const members = best.members.flatMap((index) => own[index] ?? []);
    groups.push({ names: best.names, words: best.words, examples: examplesOf(members, language) });
    best.members.forEach((index) => covered.add(index));
  }
  return groups;
}

function read(comments: readonly ThemeComment[]): ReadComment[] {
  const distinct = new Map<string, ThemeComment>();
  for (const comment of comments)
    if (comment.engagement >= (distinct.get(comment.textHash)?.engagement ?? 0))
      distinct.set(comment.textHash, comment);
  return [...distinct.values()].map((comment) => ({ comment, terms: contentTerms(comment.text, comment.language) }));
}

function subjectCandidates(own: readonly ReadComment[], others: readonly ReadComment[]): Candidate[] {
  return SUBJECTS.flatMap(({ names, words }) => {
    const pattern = new RegExp(themePattern(words), 'iu');
    const members = indexesOf(own, ({ comment }) => pattern.test(comment.text));
    const elsewhere = others.filter(({ comment }) => pattern.test(comment.text)).length;
    const specificity = log2Ratio(members.length, own.length, elsewhere, others.length);
    // A subject that is talked about less here than elsewhere is not what these comments are about.
    return members.length < least(own) || specificity < -0.3
      ? []
      : [{ names, words, members, weight: weightOf(specificity) }];
  });
}

function termCandidates(own: readonly ReadComment[], others: readonly ReadComment[]): Candidate[] {
  const [here, elsewhere] = [membersByTerm(own), membersByTerm(others)];
  return [...here].flatMap(([term, members]) => {
    if (members.length < least(own)) return [];
    const otherCount = elsewhere.get(term)?.length ?? 0;
    const specificity = log2Ratio(members.length, own.length, otherCount, others.length);
    // A word that many use whatever their mood is the name of the product, not a theme.
    const everywhere = members.length > own.length * 0.05 && otherCount > others.length * 0.03;
    return specificity < 1 || everywhere
      ? []
      : [{ names: { zh: term, en: term, ja: term }, words: [term], members, weight: weightOf(specificity) / 2 }];
  });
}

const least = (own: readonly ReadComment[]): number => Math.max(LEAST_MEMBERS, Math.ceil(own.length * 0.01));

/** log2 of how much more often something is said here than elsewhere. */
const log2Ratio = (here: number, all: number, elsewhere: number, allElsewhere: number): number =>
  Math.log2((here + 0.5) / (all + 1) / ((elsewhere + 0.5) / (allElsewhere + 1)));

const weightOf = (specificity: number): number => Math.min(2.5, 0.75 + specificity);

function indexesOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number[] {
  return items.flatMap((item, index) => (holds(item) ? [index] : []));
}

function membersByTerm(comments: readonly ReadComment[]): Map<string, number[]> {
  const members = new Map<string, number[]>();
  comments.forEach(({ terms }, index) => {
    for (const term of terms) {
      const list = members.get(term);
      if (list) list.push(index);
      else members.set(term, [index]);
    }
  });
  return members;
}

function mostTelling(
  candidates: readonly Candidate[],
  covered: ReadonlySet<number>,
  groups: readonly ThemeGroup[],
): Candidate | null {
  let best: Candidate | null = null;
  let highest = 0;
  for (const candidate of candidates) {
    const fresh = candidate.members.filter((index) => !covered.has(index)).length;
    // A group that mostly repeats what is told already, or a part of its words, is no theme of its own.
    if (fresh < LEAST_MEMBERS || fresh < candidate.members.length / 2) continue;
    if (
      candidate.words.length === 1 &&
      groups.some(({ words }) =>
        words.some((word) => word.includes(candidate.words[0] ?? '') || candidate.words[0]?.includes(word)),
      )
    )
      continue;
    const score = fresh * candidate.weight;
    if (score > highest) [best, highest] = [candidate, score];
  }
  return best;
}

/** The most typical comments of the wanted language, or of the one with most of them, so that they can be read together. */
function examplesOf(members: readonly ReadComment[], wanted: NamingLanguage | undefined): ThemeComment[] {
  const byLanguage = Object.groupBy(members, ({ comment }) => comment.language);
  const own = wanted ? byLanguage[wanted] : undefined;
  const largest = Object.values(byLanguage).sort((a, b) => b.length - a.length)[0] ?? [];
  return mostTypical(own && own.length >= LEAST_MEMBERS ? own : largest, EXAMPLES);
}

/** Central (shares words with many others of the group), loud, and short enough to be read at a glance. */
function mostTypical(members: readonly ReadComment[], count: number): ThemeComment[] {
  const frequency = membersByTerm(members);
  const shared = (term: string) => Math.log2(frequency.get(term)?.length ?? 1);
  const score = ({ comment, terms }: ReadComment): number => {
    const centrality = [...terms].reduce((sum, term) => sum + shared(term), 0) / Math.sqrt(terms.size + 1);
    const loudness = Math.log10(1 + comment.engagement);
    return centrality + loudness - (comment.text.length > 160 ? 3 : 0) - (comment.text.length < 8 ? 1 : 0);
  };
  return members
    .map((member) => ({ member, score: score(member) }))
    .sort((a, b) => b.score - a.score || a.member.comment.id - b.member.comment.id)
    .slice(0, count)
    .map(({ member }) => member.comment);
}
