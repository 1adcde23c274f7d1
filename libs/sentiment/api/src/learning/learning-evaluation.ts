import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LanguageModel } from '@moodline/language-model/api';
import { EvaluationFileError, readEvaluationFile, type EvaluationText } from '../evaluation/evaluation-file';
import type { EvaluationOptions } from '../evaluation/evaluation-options';
import { sampleOf } from '../evaluation/sample';
import { decideByRule, textForModel } from '../label-decision';
import { HEAD_CALIBRATION, LABEL_ROLE } from '../prompts/label';
import { chanceOf } from '../testing/chance';
import { FeaturesFile } from './features-file';
import { learningCurve, MILESTONES, type CurvePoint, type FileRow, type Rule } from './learning-curve';
import { meanAndSpread } from './mean-and-spread';
import { keyOf, readReplaySet, replayFile, replayTexts, type ReplaySet } from './replay-set';
import { tagCurves } from './tag-curve';
import { readTopics, topicCurves } from './topic-curve';

/** Comments of the demo and of the written set, and what people said they are about. */
const TOPICS = 'libs/sentiment/api/eval/topics.tsv';
const RULES: readonly Rule[] = ['queue', 'random'];

/** `npm run eval -- learn`: how labels of a file get better by corrections of some of its rows. */
export class LearningEvaluation {
  constructor(
    private readonly model: LanguageModel,
    private readonly around: { readonly rootDir: string; readonly print: (text: string) => void },
  ) {}

  async run(options: EvaluationOptions): Promise<void> {
    const path = options.file ?? '';
    const { texts, leftOut } = readEvaluationFile(path, options.split, options.columns);
    const sample = sampleOf(texts, options.rows).filter(({ text, language }) => !decideByRule(text, language));
    this.around.print(
      `${basename(path)}: ${texts.length} labelled texts (${leftOut} rows left out), ${sample.length} of them read by the model`,
    );
    const rows = await this.withFeatures(sample);
    const curves = this.curves(rows, options.seeds);
    this.around.print(
      `\nAccuracy on the ${Math.ceil(rows.length / 2)} rows that nobody judged, mean of ${options.seeds} halves (± standard deviation)\n`,
    );
    this.around.print(curveTable(curves));
    if (options.columns.tags !== undefined) this.around.print(tagCurves(rows, this.scale(), options.seeds));
  }

  /** `npm run eval -- topics`: how well topics are learned as tags from few examples. */
  async topics({ seeds }: EvaluationOptions): Promise<void> {
    const texts = readTopics(readFileSync(join(this.around.rootDir, TOPICS), 'utf8')).map((row) => ({
      ...row,
      text: textForModel(row.text),
    }));
    const features = await this.model.features({ role: LABEL_ROLE, texts: texts.map(({ text }) => text) });
    const rows = texts.flatMap((row, index) => {
      const read = features[index];
      return read ? [{ ...row, features: read }] : [];
    });
    this.around.print(`${rows.length} texts, mean over topics and ${seeds} draws\n`);
    this.around.print(topicCurves(rows, this.scale(), seeds));
  }

  /** Reads the set that comes with the product by the weights that come with it, and keeps the features beside it. */
  async writeReplay(): Promise<void> {
    const { replay, known } = replayTexts(this.around.rootDir);
    const rows = await this.withFeatures([...replay, ...known]);
    const path = replayFile(this.around.rootDir, this.model.featuresBy ?? '');
    if (existsSync(path)) rmSync(path);
    new FeaturesFile(path, this.scale().mean.length).add(rows.map(({ group, features }) => [group, features]));
    this.around.print(`${rows.length} texts written to ${path}`);
  }

  private curves(rows: readonly FileRow[], seeds: number): Map<Rule, CurvePoint[][]> {
    const { replay, known } = this.replaySet();
    const shipped = this.model.heads.get('mood');
    if (!shipped) throw new EvaluationFileError('This model has no heads.');
    const lesson = { replay, known, shipped, features: this.scale(), calibration: HEAD_CALIBRATION };
    return new Map(
      RULES.map((rule) => [
        rule,
        Array.from({ length: seeds }, (_, seed) => {
          const curve = learningCurve(rows, lesson, { rule, chance: chanceOf(seed + 1) });
          this.around.print(
            `  … ${rule}, half ${seed + 1}: ${curve.map(({ accuracy }) => accuracy.toFixed(3)).join(' ')}`,
          );
          return curve;
        }),
      ]),
    );
  }

  private async withFeatures(texts: readonly EvaluationText[]): Promise<FileRow[]> {
    const features = await this.model.features({
      role: LABEL_ROLE,
      texts: texts.map(({ text }) => textForModel(text)),
    });
    return texts.flatMap(({ text, gold, language, tag }, index) => {
      const row = features[index];
      return row ? [{ text, gold, language, tag, features: row, group: keyOf(text), measures: true }] : [];
    });
  }

  private scale() {
    const { mean, scale } = this.model.heads.get('mood') ?? {};
    if (!mean || !scale) throw new EvaluationFileError('The mood head does not tell mean and scale of the features.');
    return { mean, scale };
  }

  private replaySet(): ReplaySet {
    const set = readReplaySet(this.around.rootDir, this.model.featuresBy ?? '', this.scale().mean.length);
    if (!set)
      throw new EvaluationFileError('There are no features of these weights: run npm run eval -- replay first.');
    return set;
  }
}

function curveTable(curves: ReadonlyMap<Rule, readonly (readonly CurvePoint[])[]>): string {
  const line = (cells: readonly string[]) => cells.map((cell, column) => cell.padStart(column ? 15 : 12)).join('');
  const rows = MILESTONES.map((corrections, place) => [
    String(corrections),
    ...[...curves.values()].flatMap((seeds) => {
      const points = seeds.flatMap((curve) => curve[place] ?? []);
      return [
        meanAndSpread(points.map(({ accuracy }) => accuracy)),
        `${points.filter(({ proposed }) => proposed).length} of ${points.length}`,
      ];
    }),
  ]);
  return [['corrections', 'by the queue', 'proposed', 'at random', 'proposed'], ...rows].map(line).join('\n');
}
