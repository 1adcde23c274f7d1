import type { SampledComment } from './sampled-comment';
import { leastMembers, membersOf, themeCandidates, type Candidate, type KnownTheme } from './theme-candidates';

/** Comments that people would say are about the same thing. */
export type ThemeGroup = Pick<Candidate, 'key' | 'names' | 'words' | 'members'>;

/** Of its comments a theme adds at least this share that no other theme has. */
const LEAST_NEW = { subject: 0.45, word: 0.5 };
/** From here on two groups are the same theme: comments that both have, of those that one of them has (Jaccard). */
const SAME = 0.5;

export interface Grouping {
  readonly limit: number;
  /** Themes that are kept. */
  readonly known?: readonly KnownTheme[];
}

/**
 * What a period's comments are about: takes the candidate that tells most about comments that none has taken yet, and goes on with
 * the rest. Groups may share comments. A candidate with mostly the comments of a theme already taken is that theme under another
 * word, and is left out.
 */
export function groupThemes(
  now: readonly SampledComment[],
  before: readonly SampledComment[],
  { limit, known = [] }: Grouping,
): ThemeGroup[] {
  const candidates = themeCandidates(now, before, known);
  const covered = new Set<number>();
  const groups: Candidate[] = [];
  const least = leastMembers(now.length);
  while (groups.length < limit) {
    const best = mostTelling(candidates, { covered, groups, least });
    if (!best) break;
    groups.push(best);
    best.members.forEach((index) => covered.add(index));
  }
  return groups.map(({ key, names, words, members }) => ({ key, names, words, members }));
}

interface Taken {
  readonly covered: ReadonlySet<number>;
  readonly groups: readonly Candidate[];
  readonly least: number;
}

function mostTelling(candidates: readonly Candidate[], { covered, groups, least }: Taken): Candidate | null {
  let best: Candidate | null = null;
  let highest = 0;
  for (const candidate of candidates) {
    if (groups.includes(candidate)) continue;
    const fresh = candidate.members.filter((index) => !covered.has(index)).length;
    const share = candidate.key.startsWith('term:') ? LEAST_NEW.word : LEAST_NEW.subject;
    if (fresh < least || fresh < candidate.members.length * share) continue;
    if (groups.some((group) => sameWord(group, candidate) || overlap(group.members, candidate.members) >= SAME))
      continue;
    const score = fresh * candidate.weight;
    if (score > highest) [best, highest] = [candidate, score];
  }
  return best;
}

/** "battery" beside "battery life": the one is told by the other. */
const sameWord = (group: Candidate, { key, words }: Candidate): boolean =>
  key.startsWith('term:') &&
  words.some((word) => group.words.some((taken) => taken.includes(word) || (word.includes(taken) && taken.length > 1)));

/** Comments that both have, of those that one of them has. */
export function overlap(left: readonly number[], right: readonly number[]): number {
  const known = new Set(left);
  const both = right.filter((index) => known.has(index)).length;
  return both / Math.max(1, left.length + right.length - both);
}

/** The kept theme that a group is, by the comments they share; null where it is a new one. */
export function sameTheme<Known extends KnownTheme>(
  group: ThemeGroup,
  known: readonly Known[],
  comments: readonly SampledComment[],
): Known | null {
  const byKey = known.find(({ key }) => key === group.key);
  if (byKey) return byKey;
  const nearest = known
    .map((theme) => ({ theme, shared: overlap(group.members, membersOf(theme.words, comments)) }))
    .sort((a, b) => b.shared - a.shared)[0];
  return nearest && nearest.shared >= SAME ? nearest.theme : null;
}
