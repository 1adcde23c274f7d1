import { Injectable } from '@nestjs/common';
import {
  LanguageModel,
  ModelUnavailableError,
  type FeatureScale,
  type RolePrompt,
  type TextReading,
} from '@moodline/language-model/api';

/** Stands before a question when the model reads it. The heads hold for these very words: a change needs `npm run eval -- questions --write`. */
export const READING_ROLE: RolePrompt = {
  name: 'question-reading',
  version: 1,
  system: 'What does the question about user comments want to know? Answer in one word.',
};
/** Whoever asks waits no longer than this for the model; then the words alone have to do. */
const PATIENCE_MS = 1_500;
/** What a feature of a question weighs beside its words: with half of it or half as much again one to two points less were right. */
export const WHOLE_WEIGHS = 0.2;
/** What a feature of a token weighs beside the words around it: with twice as much half a point less was right. */
export const TOKENS_WEIGH = 0.1;

/** What the model has understood of a question when it has read it up to its exit. */
@Injectable()
export class QuestionFeatures {
  constructor(private readonly model: LanguageModel) {}

  /**
   * @param by of which model: the heads can read no others
   * @returns null where that model is not in use, not ready, or too busy with other work
   */
  async of(text: string, by: string): Promise<TextReading | null> {
    if (this.model.status('label').state !== 'ready' || this.model.featuresBy !== by) return null;
    const patience = AbortSignal.timeout(PATIENCE_MS);
    try {
      const request = { role: READING_ROLE, texts: [text], priority: 'interactive', signal: patience } as const;
      const [reading] = await this.model.readings(request);
      return reading ?? null;
    } catch (error) {
      if (error instanceof ModelUnavailableError || patience.aborted) return null;
      throw error;
    }
  }
}

/** Features of mean 0 and deviation 1 over the written questions, times what they weigh. */
export const scaled = (features: Float32Array, { mean, scale }: FeatureScale, weighs: number): Float32Array =>
  features.map((value, at) => (weighs * (value - (mean[at] ?? 0))) / (scale[at] ?? 1));

/** The features at the token with which a unit of a text has been read. @param end where the unit ends in the text */
export const featuresAt = ({ tokens, whole }: TextReading, end: number): Float32Array =>
  tokens.find((token) => token.end >= end)?.features ?? tokens.at(-1)?.features ?? whole;
