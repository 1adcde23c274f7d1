import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { readEvaluationFile, type EvaluationText } from './evaluation-file';

/** Where the sets lie in the product's folder; of the written comments those that no tuning has seen. */
const FILES = {
  'built-in': { path: 'libs/sentiment/api/eval/comments.tsv', split: null },
  written: { path: 'libs/sentiment/api/eval/written.tsv.gz', split: 'test' },
} as const;
export type BuiltInName = keyof typeof FILES;
export const isBuiltIn = (name: string): name is BuiltInName => name in FILES;

/** The labelled sets that come with the product, in Chinese, English and Japanese: hard cases, and comments with mood, emotion and kind. */
@Injectable()
export class BuiltInSet {
  private readonly loaded = new Map<BuiltInName, readonly EvaluationText[]>();

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  examples(name: BuiltInName): readonly EvaluationText[] {
    const known = this.loaded.get(name);
    if (known) return known;
    const { path, split } = FILES[name];
    const { texts } = readEvaluationFile(join(this.settings.rootDir, path), split);
    this.loaded.set(name, texts);
    return texts;
  }
}
