import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Inject, Injectable } from '@nestjs/common';
import type { Understanding } from '../understanding';
import { learnedQuestion, type LearnedQuestion, type QuestionHeads } from './learned-question';
import { QuestionFeatures } from './question-features';
import { packHeads, unpackHeads } from './sparse-head';

/** Where the heads of questions lie, from the folder of the product. `npm run eval -- questions --write` makes them. */
export const QUESTION_HEADS = 'libs/chat/api/src/question/learned/questions.heads.gz';

/** @throws Error where the file lacks one of them, or is of another version of the product */
export function readQuestionHeads(rootDir: string): QuestionHeads {
  const { heads, features } = unpackHeads(readFileSync(join(rootDir, QUESTION_HEADS)));
  const { wordIntent, wordMood, intent, mood, topic } = heads;
  if (!wordIntent || !wordMood || !intent || !mood || !topic)
    throw new Error(`${QUESTION_HEADS} lacks a head. Unpack the product again.`);
  return {
    words: { intent: wordIntent, mood: wordMood },
    features: { intent, mood, by: features.by, scale: features },
    topic,
  };
}

/** The file that {@link readQuestionHeads} reads. */
export const packedQuestionHeads = ({ words, features: { by, scale, intent, mood }, topic }: QuestionHeads): Buffer =>
  packHeads({
    heads: { wordIntent: words.intent, wordMood: words.mood, intent, mood, topic },
    features: { by, mean: scale.mean.map(fourDigits), scale: scale.scale.map(fourDigits) },
  });

const fourDigits = (value: number): number => Number(value.toPrecision(4));

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
