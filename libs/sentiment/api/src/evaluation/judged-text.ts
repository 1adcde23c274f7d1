import type { LanguageModel } from '@moodline/language-model/api';
import type { LabelAsker } from '../ask-labels';
import type { Calibration } from '../calibration/calibration';
import type { LabelDecision } from '../label-decision';
import { labelTexts } from '../label-texts';
import type { EvaluationText, Saying } from './evaluation-file';
import type { EvaluatedRow } from './metrics';

/** A row of an evaluation with what the row is for and whether its label is unsure. */
export interface JudgedText extends EvaluatedRow {
  readonly kind: string;
  readonly unsure: boolean;
  /** What the heads beside the mood should have said and what they said. */
  readonly beside: { readonly gold: Saying; readonly said: Pick<Labelled, 'emotion' | 'kind'> };
}

type Labelled = Extract<LabelDecision, { readonly label: unknown }>;

/** Labels the texts as the product would and keeps the right label beside. */
export async function judgeTexts(
  model: LanguageModel,
  labelling: { readonly role: LabelAsker; readonly calibration: Calibration | null },
  texts: readonly EvaluationText[],
): Promise<JudgedText[]> {
  const decisions = await labelTexts(model, labelling, texts);
  return texts.map(({ gold, language, source, kind, saying }, index) => {
    const decision = decisions[index];
    const row = { gold, language, source, kind };
    const beside = { gold: saying, said: {} };
    if (!decision || !('label' in decision))
      return { ...row, predicted: null, probabilities: null, unsure: false, beside };
    const { emotion, kind: comment } = decision;
    return {
      ...row,
      beside: { gold: saying, said: { ...(emotion ? { emotion } : {}), ...(comment ? { kind: comment } : {}) } },
      predicted: decision.label,
      probabilities: decision.probabilities,
      unsure: decision.unsure ?? false,
    };
  });
}
