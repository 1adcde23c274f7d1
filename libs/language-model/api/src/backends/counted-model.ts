import type { Heads } from '../heads/model-heads';
import {
  LanguageModel,
  type ChooseRequest,
  type Classes,
  type ClassifyRequest,
  type FeaturesRequest,
  type ModelStatus,
  type TextReading,
  type WriteRequest,
  type Written,
} from '../language-model';

/** A model that knows how many requests it has not answered yet, so that it is not ended under them. */
export class CountedModel extends LanguageModel {
  private open = 0;

  constructor(private readonly model: LanguageModel) {
    super();
  }

  get isBusy(): boolean {
    return this.open > 0;
  }

  choose(request: ChooseRequest): Promise<(readonly number[] | null)[]> {
    return this.counted(this.model.choose(request));
  }

  override get heads(): Heads {
    return this.model.heads;
  }

  override get featuresBy(): string | null {
    return this.model.featuresBy;
  }

  override features(request: FeaturesRequest): Promise<(Float32Array | null)[]> {
    return this.counted(this.model.features(request));
  }

  override readings(request: FeaturesRequest): Promise<(TextReading | null)[]> {
    return this.counted(this.model.readings(request));
  }

  override classify(request: ClassifyRequest): Promise<(Classes | null)[]> {
    return this.counted(this.model.classify(request));
  }

  write(request: WriteRequest): Promise<Written> {
    return this.counted(this.model.write(request));
  }

  status(): ModelStatus {
    return this.model.status();
  }

  private async counted<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.open++;
    try {
      return await answer;
    } finally {
      this.open--;
    }
  }
}
