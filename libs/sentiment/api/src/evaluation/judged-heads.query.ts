import { Injectable } from '@nestjs/common';
import type { HeadResult, JudgedHeads } from '@moodline/sentiment/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { notLearnedFrom } from './corrected-comments.query';
import { countedShare } from './metrics';

/** The newest so many comments that people judged are looked at: their number may be a million after an import. */
const NEWEST = 5_000;

interface Row {
  readonly head: 'mood' | 'emotion' | 'kind';
  readonly language: string;
  readonly n: number;
  readonly correct: number;
}

/** How often the machine's answers agree with what people said of the workspace's own comments. */
@Injectable()
export class JudgedHeadsQuery {
  constructor(private readonly database: Database) {}

  async read(workspaceId: number): Promise<JudgedHeads> {
    const rows = await this.database.$queryRaw<Row[]>`
      WITH said AS (
        (SELECT 'mood' AS head, comment_id, label AS value, created_at FROM human_label WHERE workspace_id = ${workspaceId} ORDER BY created_at DESC LIMIT ${NEWEST})
        UNION ALL ${facet(workspaceId, 'emotion')}
        UNION ALL ${facet(workspaceId, 'kind')}
      ), answered AS (
        SELECT h.head, c.language, h.value, CASE h.head WHEN 'mood' THEN m.label WHEN 'emotion' THEN m.emotion ELSE m.kind END AS machine
        FROM said h
        JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = h.comment_id
        JOIN label m ON m.workspace_id = ${workspaceId} AND m.comment_id = h.comment_id AND m.current
        WHERE h.head <> 'mood' OR (TRUE ${notLearnedFrom(Prisma.sql`m`)})
      )
      SELECT head, language, count(*)::int AS n, count(*) FILTER (WHERE machine = value)::int AS correct
      FROM answered
      WHERE machine IS NOT NULL
      GROUP BY 1, 2
      ORDER BY 1, 2`;
    const of = (head: Row['head']) => resultOf(rows.filter((row) => row.head === head));
    return { mood: of('mood'), emotion: of('emotion'), kind: of('kind') };
  }
}

const facet = (workspaceId: number, name: 'emotion' | 'kind') => Prisma.sql`
  (SELECT facet, comment_id, value, created_at FROM human_facet WHERE workspace_id = ${workspaceId} AND facet = ${name} ORDER BY created_at DESC LIMIT ${NEWEST})`;

function resultOf(rows: readonly Row[]): HeadResult {
  const sum = (column: 'n' | 'correct') => rows.reduce((total, row) => total + row[column], 0);
  return {
    accuracy: countedShare(sum('correct'), sum('n')),
    byLanguage: Object.fromEntries(rows.map(({ language, correct, n }) => [language, countedShare(correct, n)])),
  };
}
