import { detectLanguage, searchForm, termPattern } from '@moodline/comments/api';
import type { FoundPassage, PassageSearch } from '../passage-search.query';
import { sentencesIn } from '../reading/sentences';
import { lacksNumber } from './asked-words';
import type { QuestionTerm, Spoken } from './question-terms';

/** A sentence as it stands in its passage. `evidence`: how much of what was asked it has, from 0 to 1; `has`: which of the terms. */
export interface RankedSentence {
  readonly passage: FoundPassage;
  readonly text: string;
  readonly evidence: number;
  readonly has: readonly number[];
}

/** A term that stands in the heading, or in the sentence before, counts so much of one in the sentence itself. */
const BESIDE = 0.6;
/** The same for one elsewhere in the passage. */
const IN_PASSAGE = 0.35;
/** What is left of a sentence without a number where one was asked for. */
const WITHOUT_NUMBER = 0.6;
/** The same of a sentence in another language: its words are others, and alike by chance. */
const IN_ANOTHER_LANGUAGE = 0.7;
/** Passages as if there were at least so many: in a few, no word is rare. */
const FLOOR = 60;
/** A sentence so long says more than one thing, in signs. */
const LONG = 260;

/** Ranks the sentences of the passages that were found by how much of a question they have; rare words count more than common ones. */
export function rankSentences(
  question: string,
  language: Spoken,
  { terms, found }: { readonly terms: readonly QuestionTerm[]; readonly found: PassageSearch },
): RankedSentence[] {
  const patterns = terms.map(({ term, alike = [] }) => [term, ...alike].map(termPattern));
  const weights = terms.map(({ part }, n) => part * rarity(found.frequencies[n] ?? 0, found.total));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const inForm = (text: string) => {
    const form = searchForm(text);
    return patterns.map((alike) => alike.some((pattern) => form.includes(pattern)));
  };
  const ranked = found.passages.flatMap((passage) => {
    const heading = inForm(`${passage.document.replace(/\.\w+$/u, '')}\n${passage.heading}`);
    const everywhere = inForm(passage.text);
    const spoken = detectLanguage(passage.text);
    const sentences = sentencesIn(passage.text);
    const within = sentences.map(inForm);
    return sentences.map((text, at): RankedSentence => {
      const here = within[at] ?? [];
      const before = within[at - 1] ?? [];
      const share = (n: number) => (here[n] ? 1 : heading[n] || before[n] ? BESIDE : everywhere[n] ? IN_PASSAGE : 0);
      const sum = weights.reduce((all, weight, n) => all + weight * share(n), 0);
      const long = Math.min(1, LONG / Math.max(1, text.length));
      const foreign = language !== spoken && spoken !== 'und' ? IN_ANOTHER_LANGUAGE : 1;
      const evidence = foreign * (sum / (whole || 1)) * (lacksNumber(question, language, text) ? WITHOUT_NUMBER : 1);
      return {
        passage,
        text,
        evidence: evidence * (0.8 + 0.2 * long),
        has: terms.flatMap((_, n) => (here[n] ? [n] : [])),
      };
    });
  });
  return ranked.filter(({ has }) => has.length).sort((a, b) => b.evidence - a.evidence);
}

/** How much a term counts: the logarithm of one in how many passages has it. */
const rarity = (frequency: number, total: number) => Math.log((total + FLOOR) / (frequency + 1));
