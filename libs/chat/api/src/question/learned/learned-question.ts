import { INTENTS } from '@moodline/chat/contract';
import { isAnchored, pointsBack } from '../anchors';
import { wantedBy } from '../intent-decision';
import { outsideReason } from '../outside';
import type { Understanding } from '../understanding';
import { questionTraits } from './question-traits';
import { sparseProbabilities, type SparseHead } from './sparse-head';
import { learnedTopics } from './learned-topics';

/** What a question can want: an intent, what comments cannot tell, or something that is not said. */
export const LEARNED_INTENTS = [...INTENTS, 'not-known', 'unclear'] as const;
export type LearnedIntent = (typeof LEARNED_INTENTS)[number];
/** The moods that a question restricts to. */
export const LEARNED_MOODS = ['', 'negative', 'neutral', 'positive'] as const;

/** What was learned from written questions. */
export interface QuestionHeads {
  readonly intent: SparseHead;
  readonly mood: SparseHead;
  /** Whether a unit belongs to what the question is about. */
  readonly topic: SparseHead;
}

export interface Guess<Option> {
  readonly option: Option;
  readonly probability: number;
}

/** What the heads say of a question, the surest first. */
export interface LearnedQuestion {
  readonly intents: readonly Guess<LearnedIntent>[];
  readonly moods: readonly Guess<(typeof LEARNED_MOODS)[number]>[];
  readonly topics: Understanding['topics'];
}

/** Reads a question as people were found to ask: by heads that weigh its words and what the rules found in it. */
export function learnedQuestion(read: Understanding, heads: QuestionHeads): LearnedQuestion {
  const traits = traitsOf(read);
  return {
    intents: guesses(heads.intent, LEARNED_INTENTS, sparseProbabilities(heads.intent, traits)),
    moods: guesses(heads.mood, LEARNED_MOODS, sparseProbabilities(heads.mood, traits)),
    topics: learnedTopics(read, heads.topic),
  };
}

/** What the heads of intent and mood are told of a question. */
export function traitsOf(read: Understanding) {
  const own = wantedBy(read);
  return questionTraits({
    read,
    own,
    outside: outsideReason(read),
    pointsBack: pointsBack(read),
    anchored: isAnchored(read, own?.intent ?? null),
  });
}

function guesses<Option extends string>(
  { options }: SparseHead,
  known: readonly Option[],
  chances: readonly number[],
): Guess<Option>[] {
  return options
    .flatMap((name, index) => {
      const option = known.find((one) => one === name);
      return option === undefined ? [] : [{ option, probability: chances[index] ?? 0 }];
    })
    .sort((one, other) => other.probability - one.probability);
}
