import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  BUNDLED_MODEL,
  fitHead,
  headProbabilities,
  headSchema,
  type Head,
  type LanguageModel,
  type TaughtRow,
} from '@moodline/language-model/api';
import { EvaluationFileError, readEvaluationFile, type EvaluationText } from '../evaluation/evaluation-file';
import type { EvaluationOptions } from '../evaluation/evaluation-options';
import { halfOf, isForCalibration, sampleOf } from '../evaluation/sample';
import { decideByRule, textForModel } from '../label-decision';
import { LABEL_ROLE } from '../prompts/label';

const WRITTEN_SET = 'libs/sentiment/api/eval/written.tsv.gz';
/** Where the head of the mood lies, from the folder of the weights. */
const MOOD = 'heads/mood.json';
/** How hard the head is held where it was. Between a half and three times of it, what is learned differs by less than a point. */
const STRENGTH = 600;
/** What a comment written for the product weighs: the head learned from them before. */
const WRITTEN_WEIGHT = 0.5;
/**
 * What a row weighs whose source is the only one of its language: alone it teaches how its own annotators label. Measured with English:
 * at full weight its one source gains 5 points and tweets to airlines, which nobody fitted on, lose 4; at a fifth it is 2 and 1.6.
 */
const ONLY_SOURCE_WEIGHT = 0.2;
/** With fewer rows of a language it is a few texts that were taken for another language. */
const ROWS_OF_A_SOURCE = 50;
/**
 * What is added to the score of a label that never occurs in a source: reviews are read as if neutral were rarer, and not as if it
 * were impossible, or the head would forget it for texts like these.
 */
const ABSENT = -1;
const SIGNIFICANT_DIGITS = 6;

interface FittingRow {
  readonly text: EvaluationText;
  readonly features: Float32Array;
}

/**
 * `npm run eval -- head`: fits the head of the mood further on three quarters of the development half of a labelled file and on the comments written for
 * the product, and shows what that changes on the other half and on the written comments that were kept out.
 */
export class HeadFitting {
  constructor(
    private readonly model: LanguageModel,
    private readonly around: { readonly rootDir: string; readonly print: (text: string) => void },
  ) {}

  async run(options: EvaluationOptions): Promise<void> {
    const path = options.file ?? '';
    const file = await this.withFeatures(sampleOf(readEvaluationFile(path, options.split).texts, options.rows));
    const replay = await this.withFeatures(this.written('train'));
    const kept = await this.withFeatures(this.written('test'));
    const taught = file.filter(({ text }) => isTaught(text, options));
    const towards = this.origin(options.towards);
    const head = this.fit(towards, [
      ...taughtRows(taught, towards, weightIn(taught)),
      ...taughtRows(replay, towards, () => WRITTEN_WEIGHT),
    ]);
    const title = `${taught.length} rows of ${basename(path)} and ${replay.length} written ones learned from`;
    const measured = [...file.filter(({ text }) => halfOf(text.text) === 'test'), ...kept];
    this.around.print(`\n${title}; accuracy on rows that were not, without calibration\n`);
    this.around.print(comparison(measured, towards, head));
    if (options.write) this.write(head);
  }

  private fit(towards: Head, rows: readonly TaughtRow[]): Head {
    const { mean, scale } = towards;
    if (!mean || !scale) throw new EvaluationFileError('The head does not tell mean and scale of the features.');
    const fitted = fitHead(rows, { towards, features: { mean, scale }, strength: STRENGTH });
    return { ...towards, weights: fitted.weights.map((row) => row.map(rounded)), bias: fitted.bias.map(rounded) };
  }

  /** The head to start from and to be held at: that of the product, or one in a file. */
  private origin(path: string | null): Head {
    if (path) return headSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const shipped = this.model.heads.get('mood');
    if (!shipped) throw new EvaluationFileError('This model has no heads.');
    return shipped;
  }

  /** The head in its place, and its sum among those that the start checks. */
  private write(head: Head): void {
    const folder = join(this.around.rootDir, 'models', BUNDLED_MODEL);
    const json = `${JSON.stringify(head)}\n`;
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
    const sum = createHash('sha256').update(json).digest('hex');
    writeFileSync(join(folder, MOOD), json);
    writeFileSync(join(folder, 'SHA256SUMS'), sums.replace(/^[0-9a-f]{64}(?= +heads\/mood\.json$)/m, sum));
    this.around.print(`\nWritten to ${MOOD} of the weights. Next: npm run eval -- calibrate --file F`);
  }

  private written(split: string): EvaluationText[] {
    return readEvaluationFile(join(this.around.rootDir, WRITTEN_SET), split).texts.map((text) => ({
      ...text,
      source: 'written',
    }));
  }

  private async withFeatures(texts: readonly EvaluationText[]): Promise<FittingRow[]> {
    const readable = texts.filter(({ text, language }) => !decideByRule(text, language));
    const features = await this.model.features({
      role: LABEL_ROLE,
      texts: readable.map(({ text }) => textForModel(text)),
    });
    return readable.flatMap((text, index) => {
      const row = features[index];
      return row ? [{ text, features: row }] : [];
    });
  }
}

const isTaught = ({ text, source }: EvaluationText, { measureOnly }: EvaluationOptions): boolean =>
  halfOf(text) === 'dev' && !isForCalibration(text) && !measureOnly.includes(source);

/** @returns what a row of a file weighs */
function weightIn(rows: readonly FittingRow[]): (text: EvaluationText) => number {
  const sources = [...Map.groupBy(rows, ({ text }) => JSON.stringify([text.language, text.source])).values()].flatMap(
    ([first, ...more]) => (first && more.length + 1 >= ROWS_OF_A_SOURCE ? [first.text.language] : []),
  );
  const counts = new Map(sources.map((language) => [language, sources.filter((other) => other === language).length]));
  return ({ language }) => ((counts.get(language) ?? 0) <= 1 ? ONLY_SOURCE_WEIGHT : 1);
}

function taughtRows(
  rows: readonly FittingRow[],
  { options }: Head,
  weightOf: (text: EvaluationText) => number,
): TaughtRow[] {
  const occurring = new Map(
    [...Map.groupBy(rows, ({ text }) => text.source)].map(([source, members]) => [
      source,
      new Set<string>(members.map(({ text }) => text.gold)),
    ]),
  );
  return rows.map(({ text, features }) => ({
    features,
    gold: options.indexOf(text.gold),
    weight: weightOf(text),
    offset: options.map((option) => (occurring.get(text.source)?.has(option) ? 0 : ABSENT)),
  }));
}

/** A line for each source and language with the accuracy of both heads. */
function comparison(rows: readonly FittingRow[], before: Head, after: Head): string {
  const accuracy = (members: readonly FittingRow[], head: Head) => {
    const right = members.filter(({ text, features }) => {
      const told = headProbabilities(head, features) ?? [];
      return head.options[told.indexOf(Math.max(...told))] === text.gold;
    });
    return (right.length / members.length).toFixed(3);
  };
  const groups = Map.groupBy(rows, ({ text }) => `${text.language} ${text.source}`);
  const lines = [...groups].sort(([a], [b]) => a.localeCompare(b));
  return [
    ['source', 'n', 'before', 'after'],
    ...lines.map(([name, members]) => [
      name,
      String(members.length),
      accuracy(members, before),
      accuracy(members, after),
    ]),
  ]
    .map(([name = '', ...cells]) => name.padEnd(30) + cells.map((cell) => cell.padStart(9)).join(''))
    .join('\n');
}

const rounded = (value: number) => Number(value.toPrecision(SIGNIFICANT_DIGITS));
