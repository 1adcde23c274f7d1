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
    return this.model.status().model;
  }

  /** @returns a decision for each text, in the same order */
  predict(labelling: Labelling, texts: readonly ReadableText[]): Promise<LabelDecision[]> {
    return labelTexts(this.model, labelling, texts);
  }
}
