/** Holds the labels of the bundled weights, with rules and calibration, against the set written for the project: the half that nothing was fitted on. */
import { join } from 'node:path';
import { startBundledModel } from '@moodline/language-model/api';
import { readEvaluationFile, type EvaluationText } from './evaluation/evaluation-file';
import { judgeTexts, type JudgedText } from './evaluation/judged-text';
import { evaluate } from './evaluation/metrics';
import { halfOf } from './evaluation/sample';
import { SHIPPED_VERSIONS } from './prompts/shipped-versions';

const ROOT = join(__dirname, '../../../..');
const texts: readonly EvaluationText[] = readEvaluationFile(join(__dirname, '../eval/comments.tsv')).texts.filter(
  ({ text }) => halfOf(text) === 'test',
);

/** Thresholds lie about three points below what was measured with the heads and calibration of 2026-11-26 (see docs/labels.md). */
const LEAST = { accuracy: 0.79, macroF1: 0.79, accuracyWhenSure: 0.82, easy: 0.93 };
const MOST = { calibrationError: 0.08, unsure: 0.12 };

describe('labels of the written set', () => {
  let judged: JudgedText[];
  const model = startBundledModel(ROOT);
  const share = (rows: readonly JudgedText[]) => evaluate(rows).accuracy.value ?? 0;

  beforeAll(async () => {
    judged = await judgeTexts(
      model,
      { role: SHIPPED_VERSIONS.head, calibration: SHIPPED_VERSIONS.head.calibration },
      texts,
    );
  });
  afterAll(() => model.close());

  it('are given to every text, in its language', () => {
    expect(judged).toHaveLength(168);
    expect(judged.filter(({ predicted }) => !predicted)).toEqual([]);
    expect(evaluate(judged).byLanguage['und']).toBeUndefined();
  });

  it('are right about as often as measured', () => {
    expect(share(judged)).toBeGreaterThan(LEAST.accuracy);
    expect(evaluate(judged).macroF1).toBeGreaterThan(LEAST.macroF1);
  });

  it('are right where nothing is hard', () =>
    expect(share(judged.filter(({ kind }) => kind === 'easy'))).toBeGreaterThan(LEAST.easy));

  it.each(['zh', 'en', 'ja'])('are better than a guess by far in %s', (language) =>
    expect(share(judged.filter((row) => row.language === language))).toBeGreaterThan(0.72),
  );

  it('say how sure they are', () => expect(evaluate(judged).calibrationError).toBeLessThan(MOST.calibrationError));

  it('are more often right when they are not unsure, and unsure only now and then', () => {
    const sure = judged.filter(({ unsure }) => !unsure);
    expect(1 - sure.length / judged.length).toBeLessThan(MOST.unsure);
    expect(share(sure)).toBeGreaterThan(LEAST.accuracyWhenSure);
    expect(share(sure)).toBeGreaterThan(share(judged.filter(({ unsure }) => unsure)));
  });

  it('are right for all but one of the questions and negations that were reported as wrong, and of others like them', async () => {
    const { texts: reported } = readEvaluationFile(join(__dirname, '../eval/reported.tsv'));
    const plain = reported.filter(({ kind }) => kind !== 'sarcasm');
    const labelling = { role: SHIPPED_VERSIONS.head, calibration: SHIPPED_VERSIONS.head.calibration };
    const wrong = (await judgeTexts(model, labelling, plain)).flatMap(({ gold, predicted }, index) =>
      gold === predicted ? [] : [plain[index]?.text],
    );
    // One of 31 is still wrong (docs/labels.md): a short question of a shop's customers, negative by a narrow margin.
    expect(wrong).toEqual(['什么时候发货']);
  });
});
