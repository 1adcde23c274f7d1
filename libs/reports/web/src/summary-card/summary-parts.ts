import type { Fact } from '@moodline/narration/contract';
import { SUMMARY_PARTS, type Summary, type SummaryPart } from '@moodline/reports/contract';
import type { CommentFilter } from '@moodline/shared/contract';
import { numberCitations, type NumberedSentence } from './numbered-citations';

/** What opens all comments that a sentence is about. */
export interface Behind {
  readonly filter: CommentFilter;
  /** How many they are, where the sentence says so. */
  readonly n: number;
}

export interface SummarySentence extends NumberedSentence {
  readonly behind: Behind | null;
}

/** The sentences that answer one question, such as what drove a change. */
export interface SummarySection {
  readonly part: SummaryPart;
  readonly sentences: readonly SummarySentence[];
}

/** A summary in the order in which it is read; parts without a sentence are left out. */
export function summarySections({ sentences, facts }: Pick<Summary, 'sentences' | 'facts'>): SummarySection[] {
  const numbered = numberCitations(sentences);
  return SUMMARY_PARTS.map((part) => ({
    part,
    sentences: sentences.flatMap((sentence, index) => {
      const own = numbered[index];
      return own && sentence.part === part ? [{ ...own, behind: behindOf(sentence.facts, facts) }] : [];
    }),
  })).filter((section) => section.sentences.length > 0);
}

/** Of the first fact that a filter opens. Quotes are opened by their citation. */
function behindOf(ids: readonly string[], facts: readonly Fact[]): Behind | null {
  const fact = facts.find(({ id, kind, citations }) => ids.includes(id) && kind !== 'quote' && citations.filter);
  if (!fact?.citations.filter) return null;
  return { filter: fact.citations.filter, n: fact.unit === 'comments' ? fact.value : fact.n };
}
