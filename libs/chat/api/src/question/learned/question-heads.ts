import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureScale } from '@moodline/language-model/api';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Inject, Injectable } from '@nestjs/common';
import type { Understanding } from '../understanding';
import { learnedQuestion, type LearnedQuestion, type MeaningHeads, type QuestionHeads } from './learned-question';
import { QuestionFeatures } from './question-features';
import { fourDigits, packHeads, unpackHeads, type PackedHeads } from './sparse-head';

/** Where the heads of questions lie, from the folder of the product. `npm run eval -- questions --write` makes them. */
export const QUESTION_HEADS = 'libs/chat/api/src/question/learned/questions.heads.gz';

/** @throws Error where the file lacks one of them, or is of another version of the product */
export function readQuestionHeads(rootDir: string): QuestionHeads {
  const { heads, features } = unpackHeads(readFileSync(join(rootDir, QUESTION_HEADS)));
  const { by, ...scale } = features;
  const named = (prefix: string): MeaningHeads => {
    const [intent, mood, topic] = ['intent', 'mood', 'topic'].map((name) => heads[`${prefix}.${name}`]);
    if (!intent || !mood || !topic?.start || !topic.steps)
      throw new Error(`${QUESTION_HEADS} lacks a head. Unpack the product again.`);
    const { start, steps, ...head } = topic;
    return { intent, mood, topic: { head, start, steps } };
  };
  return { words: named('words'), features: { ...named('features'), by, scale } };
}

/** The file that {@link readQuestionHeads} reads. */
export const packedQuestionHeads = ({ words, features }: QuestionHeads): Buffer =>
  packHeads({
    heads: { ...packed('words', words), ...packed('features', features) },
    features: { by: features.by, whole: short(features.scale.whole), tokens: short(features.scale.tokens) },
  });

const packed = (prefix: string, { intent, mood, topic: { head, ...links } }: MeaningHeads): PackedHeads['heads'] => ({
  [`${prefix}.intent`]: intent,
  [`${prefix}.mood`]: mood,
  [`${prefix}.topic`]: { ...head, ...links },
});

const short = ({ mean, scale }: FeatureScale): FeatureScale => ({
  mean: mean.map(fourDigits),
  scale: scale.map(fourDigits),
});

/** Reads questions with the heads that come with the product. */
@Injectable()
export class LearnedQuestions {
  private heads: QuestionHeads | null = null;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly features: QuestionFeatures,
  ) {}

  async of(read: Understanding): Promise<LearnedQuestion> {
    this.heads ??= readQuestionHeads(this.settings.rootDir);
    const features = await this.features.of(read.text, this.heads.features.by);
    return learnedQuestion(read, this.heads, features);
  }
}
