import type { LanguageModel, RolePrompt } from '@moodline/language-model/api';
import type { Calibration } from '../calibration/calibration';
import { labelTexts } from '../label-texts';
import type { EvaluationText } from './evaluation-file';
import type { EvaluatedRow } from './metrics';

/** A row of an evaluation with what the row is for and whether its label is unsure. */
export interface JudgedText extends EvaluatedRow {
  readonly kind: string;
  readonly unsure: boolean;
}

/** Labels the texts as the product would and keeps the right label beside. */
export async function judgeTexts(
  model: LanguageModel,
  labelling: { readonly role: RolePrompt; readonly calibration: Calibration | null },
  texts: readonly EvaluationText[],
): Promise<JudgedText[]> {
  const decisions = await labelTexts(model, labelling, texts);
  return texts.map(({ gold, language, source, kind }, index) => {
    const decision = decisions[index];
    const row = { gold, language, source, kind };
    if (!decision || !('label' in decision)) return { ...row, predicted: null, probabilities: null, unsure: false };
    return {
      ...row,
      predicted: decision.label,
      probabilities: decision.probabilities,
      unsure: decision.unsure ?? false,
    };
  });
}
