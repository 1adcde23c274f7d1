import { Injectable } from '@nestjs/common';
import type { ModelTask } from '@moodline/language-model/contract';
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
import { ModelBackends } from './model-backends';

/** Name of the role whose choices are always labels, whoever waits for them: the same comment gets the same model's answer everywhere. */
const LABEL_ROLE = 'label';

/** The one entry to whatever model does a task now. Labels are chosen in batches; everything else is writing, or a choice somebody waits for. */
@Injectable()
export class RoutedLanguageModel extends LanguageModel {
  constructor(private readonly backends: ModelBackends) {
    super();
  }

  choose(request: ChooseRequest): Promise<(readonly number[] | null)[]> {
    return this.inForce(taskOf(request)).choose(request);
  }

  override get heads(): Heads {
    return this.inForce('label').heads;
  }

  override get featuresBy(): string | null {
    return this.inForce('label').featuresBy;
  }

  override features(request: FeaturesRequest): Promise<(Float32Array | null)[]> {
    return this.inForce('label').features(request);
  }

  override readings(request: FeaturesRequest): Promise<(TextReading | null)[]> {
    return this.inForce('label').readings(request);
  }

  override classify(request: ClassifyRequest): Promise<(Classes | null)[]> {
    return this.inForce('label').classify(request);
  }

  write(request: WriteRequest): Promise<Written> {
    return this.inForce('write').write(request);
  }

  status(task: ModelTask = 'label'): ModelStatus {
    return this.inForce(task).status();
  }

  override inForce(task: ModelTask): LanguageModel {
    return this.backends.inForce(task).backend.model;
  }
}

/** Which task a choice belongs to. */
function taskOf({ role, priority = 'batch' }: Pick<ChooseRequest, 'role' | 'priority'>): ModelTask {
  return priority === 'batch' || role.name === LABEL_ROLE ? 'label' : 'write';
}
