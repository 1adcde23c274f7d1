import { Injectable } from '@nestjs/common';
import {
  LanguageModel,
  ModelUnavailableError,
  wordDigest,
  type FeatureScale,
  type RolePrompt,
} from '@moodline/language-model/api';
import { PLACES, type Traits } from './sparse-head';

/** Stands before a question when the model reads it. The heads hold for these very words: a change needs `npm run eval -- questions --write`. */
export const READING_ROLE: RolePrompt = {
  name: 'question-reading',
  version: 1,
  system: 'What does the question about user comments want to know? Answer in one word.',
};
/** Whoever asks waits no longer than this for the model; then the words alone have to do. */
const PATIENCE_MS = 1_500;
/** What a feature weighs beside the words of a question: with half of it or half as much again one to two points less were right. */
const FEATURES_WEIGH = 0.2;

/** What the model has understood of a question when it has read it up to its exit. */
@Injectable()
export class QuestionFeatures {
  constructor(private readonly model: LanguageModel) {}

  /**
   * @param by of which model: the heads can read no others
   * @returns null where that model is not in use, not ready, or too busy with other work
   */
  async of(text: string, by: string): Promise<Float32Array | null> {
    if (this.model.status('label').state !== 'ready' || this.model.featuresBy !== by) return null;
    const patience = AbortSignal.timeout(PATIENCE_MS);
    try {
      const request = { role: READING_ROLE, texts: [text], priority: 'interactive', signal: patience } as const;
      const [features] = await this.model.features(request);
      return features ?? null;
    } catch (error) {
      if (error instanceof ModelUnavailableError || patience.aborted) return null;
      throw error;
    }
  }
}

/** Features of a question as traits beside those of its words, each of mean 0 and deviation 1 over the written questions. */
export function featureTraits(features: Float32Array, { mean, scale }: FeatureScale): Traits {
  return {
    places: Uint32Array.from(features, (_, at) => placeOf(at)),
    values: features.map((value, at) => (FEATURES_WEIGH * (value - (mean[at] ?? 0))) / (scale[at] ?? 1)),
  };
}

const PLACES_OF_FEATURES: number[] = [];
const placeOf = (at: number): number => (PLACES_OF_FEATURES[at] ??= wordDigest(`feature ${at}`) % PLACES);
