import { Injectable } from '@nestjs/common';
import { LanguageModel } from '@moodline/language-model/api';
import type { LabelDecision } from '../label-decision';
import { labelTexts, type Labelling, type ReadableText } from '../label-texts';

/**
 * Labels texts by a version of the role as the labeller would, without storing anything. It is batch work: people and new
 * comments wait for it no longer than for one batch.
 */
@Injectable()
export class LabelPredictor {
  constructor(private readonly model: LanguageModel) {}

  /** The model that answers now. */
  get modelName(): string {
    return this.model.status('label').model;
  }

  /** @returns a decision for each text, in the same order; null when another model than the wanted one labels now */
  async predict(wanted: string, labelling: Labelling, texts: readonly ReadableText[]): Promise<LabelDecision[] | null> {
    const model = this.model.inForce('label');
    return model.status().model === wanted ? labelTexts(model, labelling, texts) : null;
  }
}
