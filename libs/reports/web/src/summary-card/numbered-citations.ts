import type { CitedSentence } from '@moodline/reports/contract';

/** A citation as it is printed: `[number]`, which opens the comment with the id. */
export interface NumberedCitation {
  number: number;
  commentId: number;
}

/** Of a sentence from the server. */
export type Numberable = Pick<CitedSentence, 'text' | 'citations'>;

export interface NumberedSentence {
  text: string;
  citations: NumberedCitation[];
}

/** Numbers the cited comments from 1 in reading order; a comment cited twice keeps its number. */
export function numberCitations(sentences: readonly Numberable[]): NumberedSentence[] {
  const numbers = new Map<number, number>();
  const numberOf = (commentId: number) => {
    const number = numbers.get(commentId) ?? numbers.size + 1;
    numbers.set(commentId, number);
    return number;
  };
  return sentences.map(({ text, citations }) => ({
    text,
    citations: [...new Set(citations)].map((commentId) => ({ number: numberOf(commentId), commentId })),
  }));
}
