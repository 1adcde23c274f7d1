import type { Fact } from '@moodline/narration/contract';
import { SUMMARY_PARTS, type Summary, type SummaryPart } from '@moodline/reports/contract';
import type { CommentFilter } from '@moodline/comments/contract';
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

/** What stands before the rest: when it turned and what is behind it, or, where neither is known, what happened. */
export interface SummaryNote {
  readonly lead: readonly SummarySentence[];
  readonly rest: readonly SummarySection[];
  /** Sentences in the rest. */
  readonly more: number;
}

const LEAD_TURNS = 2;
const LEAD_DRIVERS = 3;
const LEAD_HAPPENED = 2;

/** The note of the day: a summary cut to what somebody reads in ten seconds; nothing of it is lost. */
export function noteOf(sections: readonly SummarySection[]): SummaryNote {
  const first = (part: SummaryPart, most: number) =>
    sections.find((section) => section.part === part)?.sentences.slice(0, most) ?? [];
  const told = [...first('turned', LEAD_TURNS), ...first('drove', LEAD_DRIVERS)];
  const lead = told.length ? told : first('happened', LEAD_HAPPENED);
  const rest = sections
    .map(({ part, sentences }) => ({ part, sentences: sentences.filter((sentence) => !lead.includes(sentence)) }))
    .filter(({ sentences }) => sentences.length > 0);
  return { lead, rest, more: rest.reduce((sum, { sentences }) => sum + sentences.length, 0) };
}
