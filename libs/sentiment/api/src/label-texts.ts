import type { LanguageModel } from '@moodline/language-model/api';
import type { Language } from '@moodline/shared/contract';
import { askLabels, type LabelAsker } from './ask-labels';
import { calibrationOf, type Calibration } from './calibration/calibration';
import { decide, decideByRule, textForModel, type LabelDecision } from './label-decision';

/** A text whose personal data are masked, with its language. */
export interface ReadableText {
  readonly text: string;
  readonly language: Language;
}

/** With what texts are labelled. */
export interface Labelling {
  readonly role: LabelAsker;
  readonly calibration: Calibration | null;
  readonly signal?: AbortSignal;
}

/** Labels texts as the labeller does (rules, model, calibration, in this order) without storing anything. @returns a decision per text, in the same order */
export async function labelTexts(
  model: LanguageModel,
  { role, calibration, signal }: Labelling,
  texts: readonly ReadableText[],
): Promise<LabelDecision[]> {
  const settled = texts.map(({ text, language }) => decideByRule(text, language));
  const open = texts.filter((_, index) => !settled[index]);
  const answers = open.length
    ? await askLabels(model, role, { texts: open.map(({ text }) => textForModel(text)), signal })
    : [];
  const decided = open.map(({ language }, index) =>
    decide(answers[index] ?? null, calibrationOf(calibration, model.status().model, language)),
  );
  let next = 0;
  return settled.map((decision) => decision ?? decided[next++] ?? { unscoredReason: 'model-failed' });
}
