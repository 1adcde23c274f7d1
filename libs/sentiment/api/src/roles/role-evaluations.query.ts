import { Injectable } from '@nestjs/common';
import type { VersionEvaluation } from '@moodline/sentiment/contract';
import { Database } from '@moodline/shared/db';

interface EvaluationRow {
  readonly version: number;
  readonly id: number;
  readonly kind: VersionEvaluation['set']['kind'];
  readonly name: string;
  readonly model: string;
  readonly createdAt: Date;
  readonly accuracy: {
    readonly n: number;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  readonly macroF1: number | null;
}

/** Evaluations that were finished of a role's versions, on at least one text, newest first. */
@Injectable()
export class RoleEvaluationsQuery {
  constructor(private readonly database: Database) {}

  async byVersion(workspaceId: number, role: string): Promise<Map<number, VersionEvaluation[]>> {
    const rows = await this.database.$queryRaw<EvaluationRow[]>`
      SELECT e.version, e.id, e.set_kind AS kind, e.set_name AS name, e.model, e.created_at AS "createdAt", e.result->'accuracy' AS accuracy, (e.result->>'macroF1')::float AS "macroF1"
      FROM evaluation e WHERE e.workspace_id = ${workspaceId} AND e.role = ${role} AND e.state = 'done' AND e.remove_at IS NULL AND (e.result->'accuracy'->>'n')::int > 0
      ORDER BY e.id DESC`;
    const known = new Map<number, VersionEvaluation[]>();
    for (const { version, kind, name, createdAt, ...more } of rows)
      known.set(version, [
        ...(known.get(version) ?? []),
        { ...more, set: { kind, name }, createdAt: createdAt.toISOString() },
      ]);
    return known;
  }
}
