import { Injectable } from '@nestjs/common';
import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { arrayParameter, Database, type Transaction } from '@moodline/shared/db';

/** The newest so many judgements are learned from: their number may be a million after an import. */
export const MOST_JUDGEMENTS = 3_000;

/** A comment whose features are to be taken. */
export interface JudgedText {
  readonly commentId: number;
  readonly text: string;
  readonly language: Language;
}

/** A judgement with the features of its comment, as they are stored. */
export interface JudgedFeatures {
  readonly commentId: number;
  readonly label: Label;
  readonly language: Language;
  readonly groupId: number;
  readonly asked: boolean;
  readonly createdAt: Date;
  readonly features: Uint8Array;
}

/** How much there is to learn from. */
export interface JudgedCounts {
  readonly judged: number;
  readonly asked: number;
  /** Of these the features are not stored yet. */
  readonly unread: number;
}

/** What people judged, as far as a head learns from it. */
@Injectable()
export class JudgedTexts {
  constructor(private readonly database: Database) {}

  /** Judged comments, the newest judgements first, of which there are no features of these weights. */
  unread(workspaceId: number, featuresBy: string, limit: number): Promise<JudgedText[]> {
    return this.database.$queryRaw`
      SELECT c.id AS "commentId", c.text, c.language
      FROM (SELECT comment_id, created_at FROM human_label WHERE workspace_id = ${workspaceId} ORDER BY created_at DESC LIMIT ${MOST_JUDGEMENTS}) h
      JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = h.comment_id AND c.erased_at IS NULL
      LEFT JOIN comment_features f ON f.workspace_id = c.workspace_id AND f.comment_id = c.id AND f.features_by = ${featuresBy}
      WHERE f.comment_id IS NULL
      ORDER BY h.created_at DESC
      LIMIT ${limit}`;
  }

  /** Which of these comments still have the text that was read and are still judged. Their rows are locked until the transaction ends. */
  async unchanged(transaction: Transaction, workspaceId: number, read: readonly JudgedText[]): Promise<Set<number>> {
    const rows = await transaction.$queryRaw<{ id: number }[]>`
      SELECT c.id FROM comment c
      JOIN unnest(${read.map(({ commentId }) => commentId)}::bigint[], ${read.map(({ text }) => text)}::text[]) AS read (id, text)
        ON read.id = c.id AND read.text = c.text
      WHERE c.workspace_id = ${workspaceId} AND c.erased_at IS NULL
      ORDER BY c.id
      FOR NO KEY UPDATE OF c`;
    // Looked up with the rows locked: whoever takes a judgement back holds them, too.
    const judged = await transaction.$queryRaw<{ id: number }[]>`
      SELECT comment_id AS id FROM human_label WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${arrayParameter(rows.map(({ id }) => id))}::bigint[])`;
    return new Set(judged.map(({ id }) => id));
  }

  /** Which of these comments are there with their text. They stay until the transaction ends. */
  async there(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<Set<number>> {
    const rows = await transaction.$queryRaw<{ id: number }[]>`
      SELECT id FROM comment
      WHERE workspace_id = ${workspaceId} AND id = ANY(${arrayParameter(commentIds)}::bigint[]) AND erased_at IS NULL
      ORDER BY id
      FOR KEY SHARE`;
    return new Set(rows.map(({ id }) => id));
  }

  /** Judgements whose comments have features of these weights, the newest first. */
  readable(workspaceId: number, featuresBy: string): Promise<JudgedFeatures[]> {
    return this.database.$queryRaw`
      SELECT h.comment_id AS "commentId", h.label, c.language, coalesce(c.duplicate_of, c.id) AS "groupId", h.asked IS NOT NULL AS asked,
        h.created_at AS "createdAt", f.features
      FROM (SELECT * FROM human_label WHERE workspace_id = ${workspaceId} ORDER BY created_at DESC LIMIT ${MOST_JUDGEMENTS}) h
      JOIN comment_features f ON f.workspace_id = h.workspace_id AND f.comment_id = h.comment_id AND f.features_by = ${featuresBy} AND length(f.features) > 0
      JOIN comment c ON c.workspace_id = h.workspace_id AND c.id = h.comment_id
      ORDER BY h.created_at DESC, h.comment_id DESC`;
  }

  async counts(workspaceId: number, featuresBy: string): Promise<JudgedCounts> {
    const [row] = await this.database.$queryRaw<JudgedCounts[]>`
      SELECT count(*)::int AS judged, count(h.asked)::int AS asked, (count(*) FILTER (WHERE f.comment_id IS NULL AND c.id IS NOT NULL))::int AS unread
      FROM (SELECT * FROM human_label WHERE workspace_id = ${workspaceId} ORDER BY created_at DESC LIMIT ${MOST_JUDGEMENTS}) h
      LEFT JOIN comment_features f ON f.workspace_id = h.workspace_id AND f.comment_id = h.comment_id AND f.features_by = ${featuresBy}
      LEFT JOIN comment c ON c.workspace_id = h.workspace_id AND c.id = h.comment_id AND c.erased_at IS NULL`;
    return row ?? { judged: 0, asked: 0, unread: 0 };
  }

  /** Judgements made since a time, counted up to a number, and how long ago the last one was made. */
  async since(
    workspaceId: number,
    { since, limit }: { since: Date; limit: number },
  ): Promise<{ readonly fresh: number; readonly restedSeconds: number }> {
    const [row] = await this.database.$queryRaw<{ fresh: number; rested: number | null }[]>`
      SELECT count(*)::int AS fresh, extract(epoch FROM now() - max(created_at))::float8 AS rested
      FROM (SELECT created_at FROM human_label WHERE workspace_id = ${workspaceId} AND created_at > ${since} ORDER BY created_at DESC LIMIT ${limit}) h`;
    return { fresh: row?.fresh ?? 0, restedSeconds: row?.rested ?? 0 };
  }

  /** Comments with a label of the machine that nobody judged: the first in the order of drawing, which is random. */
  drawn(workspaceId: number, limit: number): Promise<JudgedText[]> {
    return this.database.$queryRaw`
      SELECT c.id AS "commentId", c.text, c.language
      FROM (
        SELECT comment_id FROM comment_mood
        WHERE workspace_id = ${workspaceId} AND review_score IS NOT NULL
        ORDER BY review_draw(comment_id), comment_id LIMIT ${limit}
      ) m
      JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = m.comment_id AND c.erased_at IS NULL`;
  }
}
