import { Injectable } from '@nestjs/common';
import { LanguageModel, type RolePrompt } from '@moodline/language-model/api';
import { decide, hasWords, textForModel, type LabelDecision } from '../label-decision';
import { LABEL_OPTIONS } from '../prompts/label';

/** Labels texts by a version of the role as the labeller would, without storing anything. Batch work: people and new comments do not wait for it longer than for a batch. */
@Injectable()
export class LabelPredictor {
  constructor(private readonly model: LanguageModel) {}

  /** The model that answers now. */
  get modelName(): string {
    return this.model.status().model;
  }

  /** @returns a decision for each text, in the same order */
  async predict(role: RolePrompt, texts: readonly string[], signal: AbortSignal): Promise<LabelDecision[]> {
    const readable = texts.filter(hasWords);
    const answers = readable.length ? await this.model.choose({ role, texts: readable.map(textForModel), options: LABEL_OPTIONS, priority: 'batch', signal }) : [];
    let next = 0;
    return texts.map((text) => (hasWords(text) ? decide(answers[next++] ?? null) : { unscoredReason: 'no-words' }));
  }
}
