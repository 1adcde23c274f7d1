import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import type { SampledComment } from './sampled-comment';
import { contentTerms } from './terms';

const SHORTEST = 12;
const LONGEST = 140;
/** More than what else tells comments apart: a quote that cannot be read stands for nothing. */
const OWN_LANGUAGE = 8;
/** What a close call loses: readers see its label beside it. */
const DOUBTED = 3;
/** Signs of texts that say little by themselves: links, mentions of people, repetitions of others. */
const BORROWED = /https?:\/\/|^RT\b|\/\/@|@\w+.*@\w+/iu;

export interface Wanted {
  readonly label: Label | null;
  /** Language of who reads: comments in it come first. */
  readonly language?: Language;
}

/**
 * Comments in the order in which they stand for the others with the label asked for: they share words with many of these (praise that
 * speaks like the complaints around it is sarcasm, or wrongly labelled), are widely read, clear in their mood, and short enough for a
 * glance. Of nearly equal texts only the first is there.
 */
export function mostRepresentative(members: readonly SampledComment[], { label, language }: Wanted): SampledComment[] {
  const alike = members.filter((comment) => label === null || comment.label === label);
  const terms = new Map(alike.map((comment) => [comment.id, contentTerms(comment.text, comment.language)]));
  const frequency = new Map<string, number>();
  for (const own of terms.values()) for (const term of own) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const score = (comment: SampledComment): number => {
    const own = terms.get(comment.id) ?? new Set<string>();
    const shared = [...own].reduce((sum, term) => sum + Math.log2(frequency.get(term) ?? 1), 0);
    const length = [...comment.text].length * (comment.language === 'en' || comment.language === 'und' ? 1 : 2);
    return (
      shared / Math.sqrt(own.size + 2) +
      0.6 * Math.log10(1 + comment.engagement) +
      (comment.language === language ? OWN_LANGUAGE : 0) -
      (length > LONGEST ? (length - LONGEST) / 60 : 0) -
      (length < SHORTEST ? 2 : 0) -
      (BORROWED.test(comment.text) ? 2 : 0) -
      (comment.unsure ? DOUBTED : 0)
    );
  };
  const groups = new Set<number>();
  return alike
    .map((comment) => ({ comment, score: score(comment) }))
    .sort((a, b) => b.score - a.score || a.comment.id - b.comment.id)
    .map(({ comment }) => comment)
    .filter(({ group }) => !groups.has(group) && groups.add(group));
}
