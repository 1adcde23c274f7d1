import { Injectable } from '@nestjs/common';
import type { EvaluationChanges } from '@moodline/sentiment/contract';
import { Database } from '@moodline/shared/db';

/** How the labels of two evaluations on the same texts differ. */
@Injectable()
export class EvaluationChangesQuery {
  constructor(private readonly database: Database) {}

  /** Texts that only one of the two has judged are left out. */
  async between(workspaceId: number, before: number, after: number): Promise<EvaluationChanges> {
    const [row] = await this.database.$queryRaw<EvaluationChanges[]>`
      WITH judged AS (
        SELECT r.evaluation_id AS id, concat_ws(' ', e.set_kind, e.set_id, CASE WHEN r.comment_id IS NULL THEN 'p' || r.position ELSE 'c' || r.comment_id END) AS text, r.gold, r.predicted
        FROM evaluation_row r JOIN evaluation e ON e.workspace_id = r.workspace_id AND e.id = r.evaluation_id
        WHERE r.workspace_id = ${workspaceId} AND r.evaluation_id IN (${before}, ${after}) AND r.judged
      )
      SELECT count(*)::int AS compared, (count(*) FILTER (WHERE a.predicted IS DISTINCT FROM b.predicted))::int AS changed,
        (count(*) FILTER (WHERE b.predicted = b.gold AND a.predicted IS DISTINCT FROM a.gold))::int AS better,
        (count(*) FILTER (WHERE a.predicted = a.gold AND b.predicted IS DISTINCT FROM b.gold))::int AS worse
      FROM judged a JOIN judged b ON b.text = a.text WHERE a.id = ${before} AND b.id = ${after}`;
    return row ?? { compared: 0, changed: 0, better: 0, worse: 0 };
  }
}
