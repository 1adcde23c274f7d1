import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Inject, Injectable } from '@nestjs/common';
import type { Understanding } from '../understanding';
import { learnedQuestion, type LearnedQuestion, type QuestionHeads } from './learned-question';
import { unpackHeads } from './sparse-head';

/** Where the heads of questions lie, from the folder of the product. `npm run eval -- questions --write` makes them. */
export const QUESTION_HEADS = 'libs/chat/api/src/question/learned/questions.heads.gz';

/** @throws Error where the file lacks one of them, or is of another version of the product */
export function readQuestionHeads(rootDir: string): QuestionHeads {
  const { intent, mood, topic } = unpackHeads(readFileSync(join(rootDir, QUESTION_HEADS)));
  if (!intent || !mood || !topic) throw new Error(`${QUESTION_HEADS} lacks a head. Unpack the product again.`);
  return { intent, mood, topic };
}

/** Reads questions with the heads that come with the product. */
@Injectable()
export class LearnedQuestions {
  private heads: QuestionHeads | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  of(read: Understanding): LearnedQuestion {
    this.heads ??= readQuestionHeads(this.settings.rootDir);
    return learnedQuestion(read, this.heads);
  }
}
