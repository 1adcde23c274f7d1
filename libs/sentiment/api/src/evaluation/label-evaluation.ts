import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BUNDLED_MODEL, startBundledModel, type LanguageModel } from '@moodline/language-model/api';
import { askLabels } from '../ask-labels';
import { calibrateSet, type AnsweredText } from '../calibration/calibrate-set';
import { decideByRule, textForModel } from '../label-decision';
import { SHIPPED_VERSIONS } from '../prompts/shipped-versions';
import type { LabelVersion } from '../roles/label-version';
import { HeadFitting } from '../learning/head-fitting';
import { LearningEvaluation } from '../learning/learning-evaluation';
import { readBrandJudgements, tryBrandLabels } from './brand-trial';
import { EvaluationFileError, readEvaluationFile, type EvaluationText } from './evaluation-file';
import { readOptions, USAGE, type EvaluationOptions } from './evaluation-options';
import { evaluationReport } from './evaluation-table';
import { judgeTexts } from './judged-text';
import { tryJoinedRule } from './joined-trial';
import { RememberingModel } from './remembering-model';
import { evenSampleOf, halfOf, isForCalibration, sampleOf } from './sample';

/** The product's own evaluation set, and the comments written for the product, of which one split was kept out of all tuning. */
const OWN_SET = 'libs/sentiment/api/eval/comments.tsv';
const WRITTEN_SET = 'libs/sentiment/api/eval/written.tsv.gz';
const BRANDS = 'libs/sentiment/api/eval/brands.tsv';
const WRITTEN_SPLIT = 'test';
/** Where the fitted parameters stand. */
const PARAMETERS = {
  prompt: 'libs/sentiment/api/src/prompts/label-calibration.json',
  head: 'libs/sentiment/api/src/prompts/head-calibration.json',
} as const;
const TELL_MS = 5000;

/** Where the program runs and how it talks. */
interface Surroundings {
  readonly rootDir: string;
  readonly print: (text: string) => void;
}

/** `npm run eval`: measures or calibrates the labels of the bundled model. @returns the exit code */
export async function runLabelEvaluation(args: readonly string[], { rootDir, print }: Surroundings): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.command === 'help') print(USAGE);
    else
      await withModel({ rootDir, print }, (model) => {
        const around = { rootDir, print };
        if (options.command === 'learn') return new LearningEvaluation(model, around).run(options);
        if (options.command === 'topics') return new LearningEvaluation(model, around).topics(options);
        if (options.command === 'head') return new HeadFitting(model, around).run(options);
        if (options.command === 'replay') return new LearningEvaluation(model, around).writeReplay();
        return new LabelEvaluation(model, options, around).run();
      });
    return 0;
  } catch (error) {
    if (!(error instanceof EvaluationFileError)) throw error;
    print(error.message);
    return 1;
  }
}

class LabelEvaluation {
  constructor(
    private readonly model: LanguageModel,
    private readonly options: EvaluationOptions,
    private readonly around: Surroundings,
  ) {}

  async run(): Promise<void> {
    const { print } = this.around;
    if (this.options.command === 'brands')
      return print(await tryBrandLabels(this.model, readBrandJudgements(join(this.around.rootDir, BRANDS))));
    const path = this.options.file ?? join(this.around.rootDir, OWN_SET);
    const { texts, leftOut } = readEvaluationFile(path, this.options.split);
    print(
      `${basename(path)}: ${texts.length} labelled texts${leftOut ? `, ${leftOut} rows left out (twice, no text or no label)` : ''}`,
    );
    if (this.options.command === 'join') {
      const written = readEvaluationFile(join(this.around.rootDir, WRITTEN_SET), WRITTEN_SPLIT).texts;
      return print(
        await tryJoinedRule(this.model, [
          ...evenSampleOf(texts, this.options.rows),
          ...sampleOf(written, this.options.rows),
        ]),
      );
    }
    if (this.options.command === 'calibrate') return this.calibrate(texts, basename(path));
    for (const way of this.options.ways) await this.evaluate(this.chosen(texts), SHIPPED_VERSIONS[way]);
  }

  private chosen(texts: readonly EvaluationText[]): EvaluationText[] {
    const { half, rows, even } = this.options;
    const sample = even ? evenSampleOf(texts, rows) : sampleOf(texts, rows);
    return half === 'all' ? sample : sample.filter(({ text }) => halfOf(text) === half);
  }

  private async evaluate(texts: readonly EvaluationText[], role: LabelVersion): Promise<void> {
    if (!texts.length) throw new EvaluationFileError('Nothing is left to evaluate: take more rows or the other half.');
    const raw = await judgeTexts(this.model, { role, calibration: null }, texts);
    const calibrated = await judgeTexts(this.model, { role, calibration: role.calibration }, texts);
    const way = role.kind === 'head' ? 'heads' : 'the prompt';
    this.around.print(
      `\n${texts.length} texts evaluated by ${way}; "as it is": without calibration\n\n${evaluationReport(raw, calibrated)}\n`,
    );
  }

  /** Fits on the development halves of the file and of the written set, and shows the effect on the halves kept out. */
  private async calibrate(file: readonly EvaluationText[], name: string): Promise<void> {
    const written = readEvaluationFile(join(this.around.rootDir, WRITTEN_SET), WRITTEN_SPLIT).texts;
    const sample = this.options.even ? evenSampleOf(file, this.options.rows) : sampleOf(file, this.options.rows);
    const way = this.options.ways[0] ?? 'head';
    const role = SHIPPED_VERSIONS[way];
    const answered = await this.answers(
      role,
      [...(way === 'head' ? sample.filter(({ text }) => isForCalibration(text)) : sample), ...written].filter(
        ({ text, source }) => halfOf(text) === 'dev' && !this.options.measureOnly.includes(source),
      ),
    );
    const without = this.options.measureOnly.map((source) => `; without ${source}`).join('');
    const note = `Fitted by \`npm run eval -- calibrate\` on ${answered.length} rows (the development half by hash${way === 'head' ? ', without what the head was fitted on,' : ''} of ${sample.length} rows of ${name} and of ${written.length} written for the product${without}), ${new Date().toISOString().slice(0, 10)}.`;
    const calibration = calibrateSet(
      answered,
      { model: this.model.status().model, note },
      { withBias: way === 'prompt' },
    );
    const json = `${JSON.stringify(calibration, null, 2)}\n`;
    this.around.print(json);
    if (this.options.write) {
      writeFileSync(join(this.around.rootDir, PARAMETERS[way]), json);
      this.around.print(`Written to ${PARAMETERS[way]}; the next build takes them up.`);
    }
    for (const [title, set] of [
      [name, sample],
      ['the written set', written],
    ] as const) {
      this.around.print(`\nHeld-out half of ${title}`);
      await this.evaluate(
        set.filter(({ text }) => halfOf(text) === 'test'),
        { ...role, calibration },
      );
    }
  }

  private async answers(role: LabelVersion, texts: readonly EvaluationText[]): Promise<AnsweredText[]> {
    const readable = texts.filter(({ text, language }) => !decideByRule(text, language));
    const answers = await askLabels(this.model, role, { texts: readable.map(({ text }) => textForModel(text)) });
    return readable.flatMap(({ gold, language, source, saying }, index) => {
      const answer = answers[index];
      return answer ? [{ gold, language, source, saying, answer }] : [];
    });
  }
}

/** Starts the bundled weights for as long as they are needed. */
async function withModel(
  { rootDir, print }: Surroundings,
  use: (model: LanguageModel) => Promise<void>,
): Promise<void> {
  const model = startBundledModel(rootDir);
  let told = Date.now();
  const tell = (done: number, total: number) => {
    if (Date.now() - told < TELL_MS && done < total) return;
    told = Date.now();
    print(`  … ${done} of ${total} texts read`);
  };
  try {
    await use(
      new RememberingModel(model, readFileSync(join(rootDir, 'models', BUNDLED_MODEL, 'SHA256SUMS'), 'utf8'), tell),
    );
  } finally {
    await model.close();
  }
}
