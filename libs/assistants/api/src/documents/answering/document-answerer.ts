import { Injectable } from '@nestjs/common';
import type { AskDocuments, DocumentAnswer, DocumentQuote } from '@moodline/assistants/contract';
import { detectLanguage } from '@moodline/comments/api';
import { PassageSearchQuery } from '../passage-search.query';
import { quotedAnswer, withoutQuote } from './answer-words';
import { questionTerms, type Spoken } from './question-terms';
import { rankSentences, type RankedSentence } from './sentence-ranking';

/** Evidence from which on a sentence answers: the middle between what answers and what does not in part a of the written questions. */
export const LEAST_EVIDENCE = 0.52;
/** A second sentence adds at least so much of what the first one lacks. */
const LEAST_ADDED = 0.2;
const CLOSEST = 3;
/** Longest quote, in signs. */
const LONGEST = 400;

/**
 * Answers questions from documents with their own sentences. No model has a part in it: code finds the sentences, ranks them and quotes
 * them, so that nothing can be invented and nothing in a document can tell it what to do.
 */
@Injectable()
export class DocumentAnswerer {
  constructor(private readonly search: PassageSearchQuery) {}

  async answer(workspaceId: number, { question, document }: AskDocuments): Promise<DocumentAnswer> {
    const language = spokenIn(question);
    const terms = questionTerms(question, language);
    const found = await this.search.find(
      workspaceId,
      document ?? null,
      terms.map(({ term, alike = [] }) => [term, ...alike]),
    );
    const ranked = rankSentences(question, language, { terms, found });
    const [best] = ranked;
    const evidence = Math.round((best?.evidence ?? 0) * 100) / 100;
    if (!best || best.evidence < LEAST_EVIDENCE) {
      const status = found.total ? 'silent' : 'empty';
      const closest = apart(ranked).slice(0, CLOSEST).flatMap(quoteOf);
      return { status, language, text: withoutQuote(status, language), quotes: [], closest, evidence };
    }
    const quotes = [best, ...second(best, ranked, terms.length)].flatMap(quoteOf);
    return { status: 'answered', language, text: quotedAnswer(quotes, language), quotes, closest: [], evidence };
  }
}

/** A question in signs that could be either is Chinese. */
function spokenIn(question: string): Spoken {
  const language = detectLanguage(question);
  if (language !== 'und') return language;
  return /\p{Script=Han}/u.test(question) ? 'zh' : 'en';
}

/** A sentence that has terms which the best one lacks. */
function second(best: RankedSentence, ranked: readonly RankedSentence[], terms: number): RankedSentence[] {
  const lacking = terms - best.has.length;
  if (lacking <= 0) return [];
  const adds = (one: RankedSentence) => one.has.filter((term) => !best.has.includes(term)).length / terms;
  const others = ranked.filter((one) => one !== best && one.evidence >= LEAST_EVIDENCE && adds(one) >= LEAST_ADDED);
  return others.slice(0, 1);
}

/** The best sentence of each passage. */
function apart(ranked: readonly RankedSentence[]): RankedSentence[] {
  const seen = new Set<RankedSentence['passage']>();
  return ranked.filter(({ passage }) => !seen.has(passage) && seen.add(passage));
}

/** Words of the passage, sign by sign; what does not stand in it is no quote. */
function quoteOf({ passage, text: sentence }: RankedSentence): DocumentQuote[] {
  const text =
    sentence.length <= LONGEST
      ? sentence
      : sentence
          .slice(0, LONGEST)
          .replace(/\s+\S*$/u, '')
          .toWellFormed();
  if (!passage.text.includes(text)) return [];
  const { documentId, document, place, page, heading } = passage;
  return [{ documentId, document, place, page, heading, text }];
}
