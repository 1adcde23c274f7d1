import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { readLabelledFile, type LabelledText } from '../labelled-sets/labelled-file';

/** Where the set lies in the product's folder. */
const FILE = 'libs/sentiment/api/eval/labelled.jsonl';

/** The labelled set that comes with the product: hard cases in Chinese, English and Japanese. */
@Injectable()
export class BuiltInSet {
  private loaded: Promise<readonly LabelledText[]> | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  examples(): Promise<readonly LabelledText[]> {
    this.loaded ??= readFile(join(this.settings.rootDir, FILE)).then((bytes) => readLabelledFile(bytes, FILE).examples);
    return this.loaded;
  }
}
