import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEvaluationFile, type EvaluationText } from '../evaluation/evaluation-file';
import { evenSampleOf } from '../evaluation/sample';
import { decideByRule, textForModel } from '../label-decision';
import { FeaturesFile } from './features-file';
import type { MoodRow } from './learn-mood';

const FOLDER = 'libs/sentiment/api/eval';
const WRITTEN = join(FOLDER, 'written.tsv.gz');
/** Rows of the split `train` that are learned from again, drawn evenly over language, kind and mood. */
const REPLAYED = 500;

/** Comments written for the product, with the features that the bundled weights give them. */
export interface ReplaySet {
  /** The shipped head learned from them: they are learned from again. */
  readonly replay: readonly MoodRow[];
  /** No head has learned from them: they tell whether something was forgotten. */
  readonly known: readonly MoodRow[];
}

/** The texts of the set, before any features. */
export function replayTexts(rootDir: string): { replay: EvaluationText[]; known: EvaluationText[] } {
  const of = (split: string) =>
    readEvaluationFile(join(rootDir, WRITTEN), split).texts.filter(
      ({ text, language }) => !decideByRule(text, language),
    );
  const train = of('train').map((row) => ({ ...row, source: `${row.language} ${row.kind}` }));
  return { replay: evenSampleOf(train, REPLAYED), known: of('test') };
}

/** Where the features of the set lie that these weights give. */
export const replayFile = (rootDir: string, featuresBy: string): string =>
  join(rootDir, FOLDER, `features-${featuresBy}.f16`);

/**
 * The set with its features, as they come with the product.
 * @param featuresBy which weights gave them, see `LanguageModel.featuresBy`
 * @returns null where the product brings none of these weights
 */
export function readReplaySet(rootDir: string, featuresBy: string, width: number): ReplaySet | null {
  const path = replayFile(rootDir, featuresBy);
  if (!existsSync(path)) return null;
  const file = new FeaturesFile(path, width);
  const texts = replayTexts(rootDir);
  const withFeatures = (rows: readonly EvaluationText[]) =>
    rows.flatMap(({ text, gold, language }) => {
      const group = keyOf(text);
      const features = file.get(group);
      return features ? [{ features, gold, language, group, measures: true }] : [];
    });
  return { replay: withFeatures(texts.replay), known: withFeatures(texts.known) };
}

/** Under what the features of a text are kept. */
export const keyOf = (text: string): string => createHash('sha256').update(textForModel(text)).digest('hex');
