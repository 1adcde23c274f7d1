import { Injectable } from '@nestjs/common';
import type {
  ChosenModel,
  ModelChoice,
  ModelChoiceInput,
  ModelSettings,
  ModelTask,
  UpdateModelSettings,
} from '@moodline/language-model/contract';
import { SecretBox } from '@moodline/shared/secrets';
import { leavesTo } from './backends/model-names';
import { ModelSettingRepository, type StoredChoice } from './model-setting.repository';

/** Which model does which task: shown without its key, changed with a key that only goes in. */
@Injectable()
export class ModelSettingsEditor {
  constructor(
    private readonly repository: ModelSettingRepository,
    private readonly secrets: SecretBox,
  ) {}

  async show(workspaceId: number): Promise<ModelSettings> {
    const { label, write } = await this.repository.find(workspaceId);
    return { label: shown(label), write: shown(write) };
  }

  async change(workspaceId: number, { label, write }: UpdateModelSettings): Promise<ModelSettings> {
    const before = await this.repository.find(workspaceId);
    await this.repository.save(workspaceId, {
      ...(label ? { label: this.seal(label, before) } : {}),
      ...(write ? { write: this.seal(write, before) } : {}),
    });
    return this.show(workspaceId);
  }

  /** A choice as it would be stored, for a check. */
  async sealed(workspaceId: number, choice: ModelChoiceInput): Promise<StoredChoice> {
    return this.seal(choice, await this.repository.find(workspaceId));
  }

  /** A key that was entered before goes to the server it was entered for, and to no other. */
  private seal(input: ModelChoiceInput, before: Record<ModelTask, StoredChoice>): StoredChoice {
    if (input.kind !== 'server') return { choice: input, sealedKey: null };
    const { key, ...choice } = input;
    if (key === null) return { choice, sealedKey: null };
    if (key !== undefined) return { choice, sealedKey: this.secrets.seal(key) };
    const known = Object.values(before).find(
      (stored) => stored.sealedKey !== null && sameServer(stored.choice, choice),
    );
    return { choice, sealedKey: known?.sealedKey ?? null };
  }
}

const shown = ({ choice, sealedKey }: StoredChoice): ChosenModel => ({
  choice,
  hasKey: sealedKey !== null,
  leavesTo: leavesTo(choice),
});

const sameServer = (one: ModelChoice, other: ModelChoice): boolean =>
  one.kind === 'server' && other.kind === 'server' && new URL(one.baseUrl).origin === new URL(other.baseUrl).origin;
