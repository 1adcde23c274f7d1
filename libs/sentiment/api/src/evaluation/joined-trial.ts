import type { LanguageModel } from '@moodline/language-model/api';
import { LABELS } from '@moodline/comments/contract';
import { askLabels } from '../ask-labels';
import { calibrate, calibrationOf, mostProbable } from '../calibration/calibration';
import { decideByRule, textForModel } from '../label-decision';
import { SHIPPED_VERSIONS } from '../prompts/shipped-versions';
import type { EvaluationText } from './evaluation-file';
import { fitJoinedRule, joinedLabel, type TwiceAnswered } from './joined-rule';
import { halfOf } from './sample';

/** The whole model takes so many times what the heads take for the same texts (docs/benchmarks.md). */
const COST_OF_PROMPT = 1.9;
/** What the heads and the second question may cost together, against the heads alone. */
const MOST = 1.5;

type Answered = Omit<TwiceAnswered, 'prompt'> & { readonly text: string; readonly certainty: number };

/**
 * Tries whether the whole model helps where the heads are unsure: the least sure texts, as many as {@link MOST} allows, are asked by the
 * prompt as well, and both answers are joined by a rule that is fitted on the development half. @returns what came of it on the other half
 */
export async function tryJoinedRule(model: LanguageModel, texts: readonly EvaluationText[]): Promise<string> {
  const answered = await headAnswers(model, texts);
  const dev = answered.filter(({ text }) => halfOf(text) === 'dev');
  const sorted = dev.map(({ certainty }) => certainty).sort((a, b) => a - b);
  const below = sorted[Math.floor((sorted.length * (MOST - 1)) / COST_OF_PROMPT)] ?? 0;
  const asked = answered.filter(({ certainty }) => certainty < below);
  const prompt = await askLabels(model, SHIPPED_VERSIONS.prompt, {
    texts: asked.map(({ text }) => textForModel(text)),
  });
  const twice = asked.flatMap((row, index) => {
    const answer = prompt[index];
    return answer ? [{ ...row, prompt: answer.mood }] : [];
  });
  const rule = fitJoinedRule(twice.filter(({ text }) => halfOf(text) === 'dev'));
  const joined = new Map(twice.map((row) => [row.text, joinedLabel(row, rule)]));
  const test = answered.filter(({ text }) => halfOf(text) === 'test');
  const lines = ['zh', 'en', 'ja', 'all'].map((language) => {
    const rows = test.filter((row) => language === 'all' || row.language === language);
    const again = rows.filter(({ text }) => joined.has(text));
    const before = (row: Answered) => LABELS[row.head.indexOf(Math.max(...row.head))] === row.gold;
    const after = (row: Answered) => (joined.has(row.text) ? joined.get(row.text) === row.gold : before(row));
    const share = (of: readonly Answered[], right: (row: Answered) => boolean) =>
      of.length ? (of.filter(right).length / of.length).toFixed(3) : '–';
    const better = again.filter((row) => !before(row) && after(row)).length;
    const worse = again.filter((row) => before(row) && !after(row)).length;
    return [
      language.padEnd(4),
      `n ${rows.length}`,
      `right ${share(rows, before)} → ${share(rows, after)}`,
      `asked again ${again.length} (right ${share(again, before)} → ${share(again, after)}; ${better} better, ${worse} worse)`,
      `cost × ${(1 + (COST_OF_PROMPT * again.length) / rows.length).toFixed(2)}`,
    ].join('  ');
  });
  return [
    `Asked again below a probability of ${below.toFixed(2)}; weight of the prompt ${rule.weight} (fitted on ${dev.length} rows)`,
    ...lines,
  ].join('\n');
}

async function headAnswers(model: LanguageModel, texts: readonly EvaluationText[]): Promise<Answered[]> {
  const readable = texts.filter(({ text, language }) => !decideByRule(text, language));
  const version = SHIPPED_VERSIONS.head;
  const answers = await askLabels(model, version, { texts: readable.map(({ text }) => textForModel(text)) });
  const labelsOf = Map.groupBy(readable, sourceOf);
  return readable.flatMap((row, index) => {
    const answer = answers[index];
    if (!answer) return [];
    const { gold, language, text } = row;
    const calibration = calibrationOf(version.calibration, model.status().model, language);
    const probabilities = calibrate(answer.mood, calibration);
    const occurring = new Set(labelsOf.get(sourceOf(row))?.map((other) => other.gold));
    return [
      {
        gold,
        language,
        text,
        possible: LABELS.map((label) => occurring.has(label)),
        head: LABELS.map((label) => probabilities[label]),
        certainty: probabilities[mostProbable(probabilities)],
      },
    ];
  });
}

const sourceOf = ({ language, source }: EvaluationText) => JSON.stringify([language, source]);
