import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { readEvaluationFile, type EvaluationText } from './evaluation-file';

/** Where the set lies in the product's folder. */
const FILE = 'libs/sentiment/api/eval/comments.tsv';

/** The labelled set that comes with the product: hard cases in Chinese, English and Japanese. */
@Injectable()
export class BuiltInSet {
  private loaded: readonly EvaluationText[] | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  examples(): readonly EvaluationText[] {
    this.loaded ??= readEvaluationFile(join(this.settings.rootDir, FILE)).texts;
    return this.loaded;
  }
}
