import { Injectable } from '@nestjs/common';
import { commentCondition, countedLabel, type ResolvedFilter } from '@moodline/comments/api';
import type { Label } from '@moodline/shared/contract';
import { Database, Prisma } from '@moodline/shared/db';
import type { LabelDecision } from '../label-decision';
import type { GoldRow } from './evaluation.repository';
import type { EvaluatedRow } from './metrics';

/** A comment that a person judged, with the label of the machine that stands beside it, and who made that. */
export interface StandingRow extends EvaluatedRow {
  readonly version: number;
  readonly model: string;
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
      SELECT l.human_label AS gold, m.label AS predicted, m.positive, m.neutral, m.negative, c.language, s.name AS source, m.role_version, m.model
      FROM comment c JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id ${countedLabel(filter.workspaceId)}
      JOIN label m ON m.workspace_id = c.workspace_id AND m.comment_id = c.id AND m.current
      WHERE ${commentCondition(filter)} AND l.human_label IS NOT NULL AND m.role_version > 0 ${since} ${until}`;
    return rows.map((row) => ({ ...evaluated(row), version: row.role_version, model: row.model }));
  }

  /** All comments that people judged (the newest judgements first), with what a version and model said of them, where that is stored. */
  async judged(workspaceId: number, by: { version: number; model: string }, limit: number): Promise<GoldRow[]> {
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT h.comment_id, h.label AS gold, m.label AS predicted, m.unscored_reason, m.positive, m.neutral, m.negative, c.language, s.name AS source
      FROM human_label h JOIN comment c ON c.workspace_id = h.workspace_id AND c.id = h.comment_id
      JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id
      LEFT JOIN label m ON m.workspace_id = h.workspace_id AND m.comment_id = h.comment_id AND m.role_version = ${by.version} AND m.model = ${by.model}
      WHERE h.workspace_id = ${workspaceId} ORDER BY h.created_at DESC, h.comment_id DESC LIMIT ${limit}`;
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
