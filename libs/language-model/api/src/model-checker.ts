import { Injectable } from '@nestjs/common';
import type { ModelCheckResult, ModelChoiceInput } from '@moodline/language-model/contract';
import { BackendPool } from './backends/backend-pool';
import { ModelLoadError } from './backends/backend.errors';
import { examine } from './backends/trial';
import { ModelSettingsEditor } from './model-settings';

/** Loading a large model from a slow disk takes its time; after this it is of no use anyway. In milliseconds. */
const LONGEST_CHECK = 180_000;

/** Tells whether a model answers, with settings that need not be stored. */
@Injectable()
export class ModelChecker {
  private checks = 0;

  constructor(
    private readonly editor: ModelSettingsEditor,
    private readonly pool: BackendPool,
  ) {}

  /** @throws what is wrong with the model, or the signal's reason */
  async check(workspaceId: number, choice: ModelChoiceInput, signal: AbortSignal): Promise<ModelCheckResult> {
    const user = `check ${++this.checks}`;
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_CHECK)]);
    const held = await this.pool.hold(await this.editor.sealed(workspaceId, choice), user);
    try {
      await held.proof();
      const result = await examine(held.backend, bounded);
      this.pool.release(held, user);
      return result;
    } catch (error) {
      this.pool.drop(held, user);
      if (bounded.aborted && !signal.aborted)
        throw new ModelLoadError(`it did not answer within ${LONGEST_CHECK / 1000} seconds.`);
      throw error;
    }
  }
}
