import { Injectable } from '@nestjs/common';
import { commentCondition, countedLabel, STARS_ALONE, type ResolvedFilter } from '@moodline/comments/api';
import type { Label } from '@moodline/comments/contract';
import { Database, Prisma } from '@moodline/shared/db';
import type { LabelDecision } from '../label-decision';
import type { DrawingFrame } from './estimated-share';
import type { GoldRow } from './evaluation.repository';
import type { EvaluatedRow } from './metrics';

/** A comment that a person judged, with the label of the machine that stands beside it, and who made that. */
export interface StandingRow extends EvaluatedRow {
  readonly version: number;
  readonly model: string;
  readonly publishedAt: Date;
  /** Whether the review queue drew it at random. */
  readonly drawn: boolean;
}

interface Row {
  readonly comment_id: number;
  readonly gold: Label;
  readonly predicted: Label | null;
  readonly unscored_reason: string | null;
  readonly positive: number | null;
  readonly neutral: number | null;
  readonly negative: number | null;
  readonly language: string;
  readonly source: string;
  readonly role_version: number;
  readonly model: string;
  readonly published_at: Date;
  readonly asked: string | null;
}

/** What the machine and a person said of the same comment. */
@Injectable()
export class CorrectedComments {
  constructor(private readonly database: Database) {}

  /** Comments in a filter that a person judged, with the machine's current label. Where a person was faster than the machine there is none to compare. */
  async standing(filter: ResolvedFilter): Promise<StandingRow[]> {
    const { from, to } = filter;
    // The period of the labels is that of the comments, and their index knows which of them people gave.
    const since = from ? Prisma.sql`AND l.published_at >= ${from}` : Prisma.empty;
    const until = to ? Prisma.sql`AND l.published_at < ${to}` : Prisma.empty;
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT l.human_label AS gold, m.label AS predicted, m.positive, m.neutral, m.negative, c.language, s.name AS source, m.role_version, m.model,
        c.published_at, h.asked
      FROM comment c JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id ${countedLabel(filter.workspaceId)}
      JOIN label m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id AND m.current
      JOIN human_label h ON h.workspace_id = c.workspace_id AND h.comment_id = c.id ${notLearnedFrom(Prisma.sql`m`)}
      WHERE ${commentCondition(filter)} AND l.human_label IS NOT NULL AND m.role_version > 0 AND NOT ${STARS_ALONE} ${since} ${until}`;
    return rows.map((row) => ({
      ...evaluated(row),
      version: row.role_version,
      model: row.model,
      publishedAt: row.published_at,
      drawn: row.asked === 'drawn',
    }));
  }

  /** Out of how many comments of which periods those were drawn that were judged, in the whole workspace. */
  frames(workspaceId: number): Promise<DrawingFrame[]> {
    return this.database.$queryRaw`
      SELECT h.drawn_of AS "of", h.drawn_from AS "from", h.drawn_to AS "to", count(*)::int AS drawn
      FROM human_label h
      JOIN label m ON m.workspace_id = h.workspace_id AND m.comment_id = h.comment_id AND m.current AND m.label IS NOT NULL ${notLearnedFrom(Prisma.sql`m`)}
      WHERE h.workspace_id = ${workspaceId} AND h.asked = 'drawn'
      GROUP BY 1, 2, 3`;
  }

  /** All comments that people judged (the newest judgements first), with what a version and model said of them, where that is stored. */
  async judged(workspaceId: number, by: { version: number; model: string }, limit: number): Promise<GoldRow[]> {
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT h.comment_id, h.label AS gold, m.label AS predicted, m.unscored_reason, m.positive, m.neutral, m.negative, c.language, s.name AS source
      FROM human_label h JOIN comment c ON c.workspace_id = h.workspace_id AND c.id = h.comment_id
      JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id
      LEFT JOIN label m ON m.workspace_id = h.workspace_id AND m.comment_id = h.comment_id AND m.role_version = ${by.version} AND m.model = ${by.model}
      LEFT JOIN role_version v ON v.workspace_id = h.workspace_id AND v.role = 'label' AND v.version = ${by.version}
      WHERE h.workspace_id = ${workspaceId} AND NOT ${STARS_ALONE} AND (v.learned_until IS NULL OR h.created_at > v.learned_until) ORDER BY h.created_at DESC, h.comment_id DESC LIMIT ${limit}`;
    return rows.map((row) => ({
      commentId: row.comment_id,
      gold: row.gold,
      language: row.language,
      source: row.source,
      decision: decisionOf(row),
    }));
  }

  async count(workspaceId: number): Promise<number> {
    return this.database.humanLabel.count({ where: { workspaceId } });
  }
}

/** Leaves out judgements `h` that the version of a label has learned from: its answer on them says nothing about the others. */
export const notLearnedFrom = (label: Prisma.Sql): Prisma.Sql => Prisma.sql`
  AND NOT EXISTS (
    SELECT FROM role_version v
    WHERE v.workspace_id = ${label}.workspace_id AND v.role = 'label' AND v.version = ${label}.role_version AND v.learned_until >= h.created_at
  )`;

function evaluated({ gold, predicted, language, source, ...row }: Row): EvaluatedRow {
  return { gold, predicted, probabilities: probabilitiesOf(row), language, source };
}

function probabilitiesOf({ positive, neutral, negative }: Pick<Row, Label>) {
  return positive === null || neutral === null || negative === null ? null : { positive, neutral, negative };
}

function decisionOf(row: Row): LabelDecision | undefined {
  const probabilities = probabilitiesOf(row);
  if (row.predicted && probabilities) return { label: row.predicted, probabilities };
  return row.unscored_reason
    ? { unscoredReason: row.unscored_reason as Extract<LabelDecision, { unscoredReason: unknown }>['unscoredReason'] }
    : undefined;
}
