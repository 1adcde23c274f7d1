import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BUNDLED_MODEL, startBundledModel, type LanguageModel } from '@moodline/language-model/api';
import type { Calibration } from '../calibration/calibration';
import { calibrateSet, type AnsweredText } from '../calibration/calibrate-set';
import { decideByRule, textForModel } from '../label-decision';
import { LABEL_CALIBRATION, LABEL_OPTIONS, LABEL_ROLE } from '../prompts/label';
import { EvaluationFileError, readEvaluationFile, type EvaluationText } from './evaluation-file';
import { readOptions, USAGE, type EvaluationOptions } from './evaluation-options';
import { evaluationReport } from './evaluation-table';
import { judgeTexts } from './judged-text';
import { RememberingModel } from './remembering-model';
import { evenSampleOf, halfOf, sampleOf } from './sample';

/** The set written for the project, and where the fitted parameters stand. */
const WRITTEN_SET = 'libs/sentiment/api/eval/comments.tsv';
const PARAMETERS = 'libs/sentiment/api/src/prompts/label-calibration.json';
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
    else await withModel({ rootDir, print }, (model) => new LabelEvaluation(model, options, { rootDir, print }).run());
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
    const path = this.options.file ?? join(this.around.rootDir, WRITTEN_SET);
    const { texts, leftOut } = readEvaluationFile(path);
    print(
      `${basename(path)}: ${texts.length} labelled texts${leftOut ? `, ${leftOut} rows left out (twice, no text or no label)` : ''}`,
    );
    if (this.options.command === 'calibrate') await this.calibrate(texts, basename(path));
    else await this.evaluate(this.chosen(texts), LABEL_CALIBRATION);
  }

  private chosen(texts: readonly EvaluationText[]): EvaluationText[] {
    const { half, rows, even } = this.options;
    const sample = even ? evenSampleOf(texts, rows) : sampleOf(texts, rows);
    return half === 'all' ? sample : sample.filter(({ text }) => halfOf(text) === half);
  }

  private async evaluate(texts: readonly EvaluationText[], calibration: Calibration): Promise<void> {
    if (!texts.length) throw new EvaluationFileError('Nothing is left to evaluate: take more rows or the other half.');
    const raw = await judgeTexts(this.model, { role: LABEL_ROLE, calibration: null }, texts);
    const calibrated = await judgeTexts(this.model, { role: LABEL_ROLE, calibration }, texts);
    this.around.print(
      `\n${texts.length} texts evaluated; "as it is": without calibration\n\n${evaluationReport(raw, calibrated)}\n`,
    );
  }

  /** Fits on the development halves of the file and of the written set, and shows the effect on the halves kept out. */
  private async calibrate(file: readonly EvaluationText[], name: string): Promise<void> {
    const written = readEvaluationFile(join(this.around.rootDir, WRITTEN_SET)).texts;
    const sample = [...evenSampleOf(file, this.options.rows), ...written];
    const dev = sample.filter(({ text }) => halfOf(text) === 'dev');
    const answered = await this.answers(dev);
    const note = `Fitted by \`npm run eval -- calibrate\` on ${answered.length} rows (the development half by hash of ${sample.length - written.length} rows drawn evenly from ${name}, and of ${written.length} written for the project), ${new Date().toISOString().slice(0, 10)}.`;
    const calibration = calibrateSet(answered, { model: this.model.status().model, note });
    const json = `${JSON.stringify(calibration, null, 2)}\n`;
    this.around.print(json);
    if (this.options.write) {
      writeFileSync(join(this.around.rootDir, PARAMETERS), json);
      this.around.print(`Written to ${PARAMETERS}; the next build takes them up.`);
    }
    for (const [title, set] of [
      [name, sample.slice(0, -written.length)],
      ['the written set', written],
    ] as const) {
      this.around.print(`\nHeld-out half of ${title}`);
      await this.evaluate(
        set.filter(({ text }) => halfOf(text) === 'test'),
        calibration,
      );
    }
  }

  private async answers(texts: readonly EvaluationText[]): Promise<AnsweredText[]> {
    const readable = texts.filter(({ text, language }) => !decideByRule(text, language));
    const answers = await this.model.choose({
      role: LABEL_ROLE,
      texts: readable.map(({ text }) => textForModel(text)),
      options: LABEL_OPTIONS,
    });
    return readable.flatMap(({ gold, language, source }, index) => {
      const answer = answers[index];
      return answer ? [{ gold, language, source, answer }] : [];
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
    print(`  … ${done} of ${total} texts labelled`);
  };
  try {
    await use(
      new RememberingModel(model, readFileSync(join(rootDir, 'models', BUNDLED_MODEL, 'SHA256SUMS'), 'utf8'), tell),
    );
  } finally {
    await model.close();
  }
}
