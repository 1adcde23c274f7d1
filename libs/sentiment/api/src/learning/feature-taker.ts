import { Injectable } from '@nestjs/common';
import { LanguageModel } from '@moodline/language-model/api';
import { decideByRule, textForModel } from '../label-decision';
import { LABEL_ROLE } from '../prompts/label';
import { FeatureStore } from './feature-store.repository';
import { JudgedTexts, type JudgedText } from './judged-texts.query';

/** Comments whose features are taken at once: other work of the model has its turn in between. */
const BATCH = 32;

/** Lets the model read what people judged, and keeps what a head can learn from. */
@Injectable()
export class FeatureTaker {
  constructor(
    private readonly model: LanguageModel,
    private readonly texts: JudgedTexts,
    private readonly store: FeatureStore,
  ) {}

  /** Takes the features of some judged comments. @returns whether there were any without */
  async takeNext(workspaceId: number, signal: AbortSignal): Promise<boolean> {
    const model = this.model.inForce('label');
    const { featuresBy } = model;
    if (!featuresBy) return false;
    const open = await this.texts.unread(workspaceId, featuresBy, BATCH);
    if (!open.length) return false;
    const features = await this.featuresOf(model, open, signal);
    await this.store.keep(
      workspaceId,
      featuresBy,
      open.map((text, index) => ({ ...text, features: features[index] ?? null })),
    );
    return true;
  }

  /** @returns null where a rule decides, or the model gave no usable number */
  async featuresOf(
    model: LanguageModel,
    texts: readonly JudgedText[],
    signal: AbortSignal,
  ): Promise<(Float32Array | null)[]> {
    const readable = texts.filter(({ text, language }) => !decideByRule(text, language));
    const features = readable.length
      ? await model.features({ role: LABEL_ROLE, texts: readable.map(({ text }) => textForModel(text)), signal })
      : [];
    const byText = new Map(readable.map((text, index) => [text, features[index] ?? null]));
    return texts.map((text) => byText.get(text) ?? null);
  }
}
