import type { Database } from '@moodline/shared/db';
import type { LabelDecision } from './label-decision';
import { storedDecision, type StoredDecision } from './stored-decision';

/** Labels that a version and model gave already to a comment of each group, by the group: copies of a text are labelled once. */
export async function labelsOfGroups(
  database: Database,
  workspaceId: number,
  { roleVersion, model }: { readonly roleVersion: number; readonly model: string },
  groupIds: readonly number[],
): Promise<Map<number, LabelDecision>> {
  const rows = await database.$queryRaw<(StoredDecision & { readonly groupId: number })[]>`
    SELECT wanted.id AS "groupId", l.label, l.positive, l.neutral, l.negative, l.unsure,
      l.emotion, l.emotion_probability AS "emotionProbability", l.kind, l.kind_probability AS "kindProbability"
    FROM unnest(${[...groupIds]}::bigint[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT l.*
      FROM comment c
      JOIN label l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id AND l.role_version = ${roleVersion} AND l.model = ${model}
      WHERE c.workspace_id = ${workspaceId} AND coalesce(c.duplicate_of, c.id) = wanted.id AND l.label IS NOT NULL
      LIMIT 1
    ) l`;
  return new Map(rows.map((row) => [row.groupId, storedDecision(row)]));
}
