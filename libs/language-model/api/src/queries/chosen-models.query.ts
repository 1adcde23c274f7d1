import { Injectable } from '@nestjs/common';
import type { ModelTask } from '@moodline/language-model/contract';
import { Database } from '@moodline/shared/db';
import { storedChoice, type StoredChoice } from '../model-setting.repository';

export interface ChosenModels {
  readonly workspaceId: number;
  readonly choices: Record<ModelTask, StoredChoice>;
}

interface Row {
  readonly workspaceId: number;
  readonly task: string | null;
  readonly backend: string | null;
  readonly config: unknown;
  readonly sealedKey: string | null;
}

/** The models chosen in this installation. It has one workspace; were there more, the oldest one's settings would hold for all. */
@Injectable()
export class ChosenModelsQuery {
  constructor(private readonly database: Database) {}

  /** @returns null before there is a workspace */
  async read(): Promise<ChosenModels | null> {
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT w.workspace_id AS "workspaceId", s.task, s.backend, s.config, s.sealed_key AS "sealedKey"
      FROM (SELECT min(workspace_id) AS workspace_id FROM workspace) w LEFT JOIN model_setting s ON s.workspace_id = w.workspace_id
      WHERE w.workspace_id IS NOT NULL`;
    const [first] = rows;
    if (!first) return null;
    const of = (task: ModelTask): StoredChoice => {
      const row = rows.find((each) => each.task === task);
      return storedChoice(
        row?.backend ? { backend: row.backend, config: row.config, sealedKey: row.sealedKey } : undefined,
      );
    };
    return { workspaceId: first.workspaceId, choices: { label: of('label'), write: of('write') } };
  }
}
