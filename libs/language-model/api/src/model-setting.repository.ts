import { Injectable } from '@nestjs/common';
import { modelChoiceSchema, type ModelChoice, type ModelTask } from '@moodline/language-model/contract';
import { asWriter, Database } from '@moodline/shared/db';

/** A choice as it is stored, with its key sealed. */
export interface StoredChoice {
  readonly choice: ModelChoice;
  readonly sealedKey: string | null;
}

export const BUNDLED: StoredChoice = { choice: { kind: 'bundled' }, sealedKey: null };

/** Which model does which task. A task without a row is done by the bundled weights. */
@Injectable()
export class ModelSettingRepository {
  constructor(private readonly database: Database) {}

  async find(workspaceId: number): Promise<Record<ModelTask, StoredChoice>> {
    // The keys that lie beside the choices are hidden from the role of the database that answers questions.
    const rows = await asWriter(async () => this.database.modelSetting.findMany({ where: { workspaceId } }));
    const of = (task: ModelTask) => storedChoice(rows.find((row) => row.task === task));
    return { label: of('label'), write: of('write') };
  }

  /** Stores the choices of one or both tasks together. */
  async save(workspaceId: number, choices: Partial<Record<ModelTask, StoredChoice>>): Promise<void> {
    await this.database.$transaction(
      Object.entries(choices).map(([task, { choice, sealedKey }]) => {
        const { kind: backend, ...config } = choice;
        const row = { backend, config, sealedKey, updatedAt: new Date() };
        return this.database.modelSetting.upsert({
          where: { workspaceId_task: { workspaceId, task } },
          create: { workspaceId, task, ...row },
          update: row,
        });
      }),
    );
  }
}

/** A row as a choice. A row that a newer version wrote and this one does not understand is as good as none. */
export function storedChoice(
  row: { readonly backend: string; readonly config: unknown; readonly sealedKey: string | null } | undefined,
): StoredChoice {
  const choice = modelChoiceSchema.safeParse({ ...(row?.config as object | undefined), kind: row?.backend });
  return row && choice.success ? { choice: choice.data, sealedKey: row.sealedKey } : BUNDLED;
}
