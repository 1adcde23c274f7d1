import { Injectable } from '@nestjs/common';
import type { ChangedComment, LabelOutcome } from '@moodline/sentiment/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { labelledAgain, type AgainBy } from './labelled-again.query';

/** Comments of one source that go from one label to another. `person` is the label a person gave, which counts before and after. */
export interface Move {
  readonly sourceId: number;
  readonly source: string;
  readonly from: LabelOutcome;
  readonly to: LabelOutcome;
  readonly person: LabelOutcome | null;
  readonly n: number;
}

const FROM = Prisma.sql`coalesce(now.label, 'unscored')`;
const TO = Prisma.sql`coalesce(next.label, 'unscored')`;

/** What the new labels would change. */
@Injectable()
export class RelabellingOutcomeQuery {
  constructor(private readonly database: Database) {}

  moves(by: AgainBy): Promise<Move[]> {
    return this.database.$queryRaw<Move[]>`
      SELECT again.source_id AS "sourceId", s.name AS source, again."from", again."to", h.label AS person, count(*)::int AS n
      FROM (SELECT c.workspace_id, c.id, c.source_id, ${FROM} AS "from", ${TO} AS "to" ${labelledAgain(by)} AND next.comment_id IS NOT NULL) again
      JOIN source s ON s.workspace_id = again.workspace_id AND s.id = again.source_id
      LEFT JOIN human_label h ON h.workspace_id = again.workspace_id AND h.comment_id = again.id
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 1, 3, 4`;
  }

  /** Comments whose label changes, from praise to complaint and back first, then those with the most engagement. */
  async samples(by: AgainBy, limit: number): Promise<ChangedComment[]> {
    const rows = await this.database.$queryRaw<(Omit<ChangedComment, 'publishedAt'> & { publishedAt: Date })[]>`
      SELECT again.id, again.text, s.name AS source, again.published_at AS "publishedAt", again.permalink, again."from", again."to", again.probability
      FROM (
        SELECT c.*, ${FROM} AS "from", ${TO} AS "to", CASE next.label WHEN 'positive' THEN next.positive WHEN 'neutral' THEN next.neutral WHEN 'negative' THEN next.negative END AS probability
        ${labelledAgain(by)} AND next.comment_id IS NOT NULL AND next.label IS DISTINCT FROM now.label
      ) again
      JOIN source s ON s.workspace_id = again.workspace_id AND s.id = again.source_id
      WHERE NOT EXISTS (SELECT FROM human_label h WHERE h.workspace_id = again.workspace_id AND h.comment_id = again.id)
      ORDER BY (again."from" IN ('positive', 'negative') AND again."to" IN ('positive', 'negative')) DESC, again.engagement DESC, again.id DESC LIMIT ${limit}`;
    return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  }
}
