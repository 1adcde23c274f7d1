import { Injectable } from '@nestjs/common';
import type { Evaluation, WrongRow } from '@moodline/sentiment/contract';
import type { Label } from '@moodline/comments/contract';
import { Database, Prisma } from '@moodline/shared/db';

/** Wrong rows that are shown. */
const SHOWN = 50;

interface Row {
  readonly commentId: number | null;
  readonly position: number;
  readonly text: string | null;
  readonly language: string;
  readonly gold: Label;
  readonly predicted: Label;
  readonly positive: number | null;
  readonly neutral: number | null;
  readonly negative: number | null;
}

/** Reads rows of an evaluation together with their texts, which stay where they came from. */
@Injectable()
export class EvaluationRows {
  constructor(private readonly database: Database) {}

  /** Texts of comments, or of examples of a set, by position. One that was removed since is missing. */
  async texts(
    workspaceId: number,
    evaluation: { id: number; set: Evaluation['set'] },
    positions: readonly number[],
  ): Promise<Map<number, string>> {
    const rows = await this.database.$queryRaw<{ position: number; text: string }[]>`
      SELECT r.position, t.text FROM evaluation_row r ${textOf(evaluation.set)}
      WHERE r.workspace_id = ${workspaceId} AND r.evaluation_id = ${evaluation.id} AND r.position = ANY(${[...positions]}::int[])`;
    return new Map(rows.map(({ position, text }) => [position, text]));
  }

  /** Rows judged otherwise than by a person, those first of which the machine was surest. `text` is null where this table does not lead to it. */
  async wrong(
    workspaceId: number,
    evaluation: { id: number; set: Evaluation['set'] },
  ): Promise<(WrongRow & { position: number })[]> {
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT r.comment_id AS "commentId", r.position, t.text, r.language, r.gold, r.predicted, r.positive, r.neutral, r.negative
      FROM evaluation_row r LEFT ${textOf(evaluation.set)}
      WHERE r.workspace_id = ${workspaceId} AND r.evaluation_id = ${evaluation.id} AND r.judged AND r.predicted <> r.gold
      ORDER BY greatest(r.positive, r.neutral, r.negative) DESC NULLS LAST, r.position LIMIT ${SHOWN}`;
    return rows.map(({ positive, neutral, negative, ...row }) => ({
      ...row,
      probabilities:
        positive === null || neutral === null || negative === null ? null : { positive, neutral, negative },
    }));
  }
}

function textOf({ kind, id }: Evaluation['set']): Prisma.Sql {
  if (kind === 'corrections')
    return Prisma.sql`JOIN comment t ON t.workspace_id = r.workspace_id AND t.id = r.comment_id`;
  return Prisma.sql`JOIN labelled_example t ON t.workspace_id = r.workspace_id AND t.set_id = ${id ?? 0} AND t.position = r.position`;
}
