import { INTENTS } from '@moodline/chat/contract';
import type { FeatureScale, TextReading } from '@moodline/language-model/api';
import { isAnchored, pointsBack } from '../anchors';
import { wantedBy } from '../intent-decision';
import { outsideReason } from '../outside';
import type { Understanding } from '../understanding';
import { questionTraits } from './question-traits';
import { learnedTopics } from './learned-topics';
import { scaled, WHOLE_WEIGHS } from './question-features';
import type { SparseChain } from './sparse-chain';
import { sparseProbabilities, type SparseHead, type Traits } from './sparse-head';

/** What a question can want: an intent, what comments cannot tell, or something that is not said. */
export const LEARNED_INTENTS = [...INTENTS, 'not-known', 'unclear'] as const;
export type LearnedIntent = (typeof LEARNED_INTENTS)[number];
/** The moods that a question restricts to. */
export const LEARNED_MOODS = ['', 'negative', 'neutral', 'positive'] as const;

/** What a question wants, which mood it restricts to, and which of its units belong to what it is about. */
export interface MeaningHeads {
  readonly intent: SparseHead;
  readonly mood: SparseHead;
  readonly topic: SparseChain;
}

/** What was learned from written questions. */
export interface QuestionHeads {
  /** Read the words of a question. */
  readonly words: MeaningHeads;
  /** Read its words and its features of one model. */
  readonly features: MeaningHeads & {
    readonly by: string;
    readonly scale: Readonly<Record<'whole' | 'tokens', FeatureScale>>;
  };
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

/**
 * Reads a question as people were found to ask: by heads that weigh its words, what the rules found in it, and what the model has
 * understood of it.
 * @param reading null where the model was not asked
 */
export function learnedQuestion(
  read: Understanding,
  heads: QuestionHeads,
  reading: TextReading | null,
): LearnedQuestion {
  const { whole, tokens } = heads.features.scale;
  const words = traitsOf(read);
  const traits = reading ? { ...words, dense: scaled(reading.whole, whole, WHOLE_WEIGHS) } : words;
  const { intent, mood, topic } = reading ? heads.features : heads.words;
  return {
    intents: guesses(intent, LEARNED_INTENTS, sparseProbabilities(intent, traits)),
    moods: guesses(mood, LEARNED_MOODS, sparseProbabilities(mood, traits)),
    topics: learnedTopics(read, topic, reading && { reading, scale: tokens }),
  };
}

/** What the heads of intent and mood are told of the words of a question. */
export function traitsOf(read: Understanding): Traits {
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
