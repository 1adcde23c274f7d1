import { Injectable } from '@nestjs/common';
import { arrayParameter, Database, type Transaction } from '@moodline/shared/db';
import type { JudgedText } from '../learning/judged-texts.query';

/** Of each tag so many comments are learned from, those said last: an import may bring a million. */
export const MOST_EXAMPLES = 600;
/** Comments drawn at random that tags are compared with. */
export const DRAWN = 300;

/** What is said of a tag, as far as it is learned from. */
export interface TagToLearn {
  readonly tagId: number;
  readonly name: string;
  readonly yes: number;
  readonly no: number;
  /** When somebody said something last, and how long ago that is. */
  readonly saidAt: Date;
  readonly restedSeconds: number;
}

/** A comment with what the model knows of it. */
export interface TagText {
  readonly commentId: number;
  readonly groupId: number;
  readonly text: string;
  readonly features: Uint8Array;
  /** It is one of those drawn at random to compare tags with. */
  readonly drawn: boolean;
}

/** A comment of which nobody says whether it has a tag, with its place in the order of drawing. */
export interface OpenText extends TagText {
  readonly place: number;
}

/** A comment of which a person said whether it has a tag. */
export interface TagExample extends TagText {
  readonly said: boolean;
  /** It was drawn at random to be asked. */
  readonly asked: boolean;
}

/** Texts that tags learn from. */
@Injectable()
export class TagTexts {
  constructor(private readonly database: Database) {}

  /** Tags of which people said anything. */
  said(workspaceId: number): Promise<TagToLearn[]> {
    return this.database.$queryRaw`
      SELECT t.id AS "tagId", t.name, s.yes, s.no, s.said_at AS "saidAt", extract(epoch FROM now() - s.said_at)::float8 AS "restedSeconds"
      FROM tag t
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE said)::int AS yes, count(*) FILTER (WHERE NOT said)::int AS no, max(said_at) AS said_at
        FROM (
          SELECT said, said_at FROM comment_tag
          WHERE workspace_id = t.workspace_id AND tag_id = t.id AND said IS NOT NULL
          ORDER BY said_at DESC LIMIT ${MOST_EXAMPLES}
        ) newest
      ) s
      WHERE t.workspace_id = ${workspaceId} AND s.said_at IS NOT NULL
      ORDER BY t.id`;
  }

  /** How much people said of a tag after a time, counted up to {@link MOST_EXAMPLES}. */
  async saidSince(workspaceId: number, tagId: number, since: Date): Promise<number> {
    const [row] = await this.database.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (
        SELECT FROM comment_tag
        WHERE workspace_id = ${workspaceId} AND tag_id = ${tagId} AND said IS NOT NULL AND said_at > ${since}
        LIMIT ${MOST_EXAMPLES}
      ) s`;
    return row?.n ?? 0;
  }

  /** Examples of tags whose features are not known yet. */
  unread(workspaceId: number, tagIds: readonly number[], featuresBy: string, limit: number): Promise<JudgedText[]> {
    return this.database.$queryRaw`
      SELECT DISTINCT c.id AS "commentId", c.text, c.language
      FROM unnest(${arrayParameter(tagIds)}::int[]) AS wanted (id)
      CROSS JOIN LATERAL (
        SELECT comment_id FROM comment_tag
        WHERE workspace_id = ${workspaceId} AND tag_id = wanted.id AND said IS NOT NULL
        ORDER BY said_at DESC LIMIT ${MOST_EXAMPLES}
      ) s
      JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = s.comment_id AND c.erased_at IS NULL
      LEFT JOIN tag_features f ON f.workspace_id = c.workspace_id AND f.comment_id = c.id AND f.features_by = ${featuresBy}
      WHERE f.comment_id IS NULL
      ORDER BY c.id
      LIMIT ${limit}`;
  }

  /** Comments in the order of drawing, which is random, that are not drawn yet; none when enough are. */
  async undrawn(workspaceId: number, featuresBy: string, limit: number): Promise<JudgedText[]> {
    const [row] = await this.database.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM tag_features
      WHERE workspace_id = ${workspaceId} AND drawn AND features_by = ${featuresBy}`;
    const missing = Math.min(limit, DRAWN - (row?.n ?? 0));
    if (missing <= 0) return [];
    return this.database.$queryRaw`
      SELECT c.id AS "commentId", c.text, c.language
      FROM (
        SELECT m.comment_id
        FROM (
          SELECT comment_id FROM comment_mood
          WHERE workspace_id = ${workspaceId} AND review_score IS NOT NULL
          ORDER BY review_draw(comment_id), comment_id LIMIT ${2 * DRAWN}
        ) m
        LEFT JOIN tag_features f ON f.workspace_id = ${workspaceId} AND f.comment_id = m.comment_id AND f.features_by = ${featuresBy} AND f.drawn
        WHERE f.comment_id IS NULL
        LIMIT ${missing}
      ) m
      JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = m.comment_id AND c.erased_at IS NULL`;
  }

  /** Which of these comments still have the text that was read. Their rows are locked until the transaction ends. */
  async unchanged(transaction: Transaction, workspaceId: number, read: readonly JudgedText[]): Promise<Set<number>> {
    const rows = await transaction.$queryRaw<{ id: number }[]>`
      SELECT c.id FROM comment c
      JOIN unnest(${read.map(({ commentId }) => commentId)}::bigint[], ${read.map(({ text }) => text)}::text[]) AS read (id, text)
        ON read.id = c.id AND read.text = c.text
      WHERE c.workspace_id = ${workspaceId} AND c.erased_at IS NULL
      ORDER BY c.id
      FOR NO KEY UPDATE OF c`;
    return new Set(rows.map(({ id }) => id));
  }

  /** Comments with features of which nobody says whether they have a tag, in the order of drawing. */
  open(workspaceId: number, tagId: number, featuresBy: string): Promise<OpenText[]> {
    return this.database.$queryRaw`
      SELECT f.comment_id AS "commentId", coalesce(c.duplicate_of, c.id) AS "groupId", c.text, f.features, f.drawn, f.place
      FROM (
        SELECT workspace_id, comment_id, features, drawn,
          (row_number() OVER (PARTITION BY drawn ORDER BY review_draw(comment_id), comment_id))::int AS place
        FROM tag_features
        WHERE workspace_id = ${workspaceId} AND features_by = ${featuresBy} AND length(features) > 0
      ) f
      JOIN comment c ON c.workspace_id = f.workspace_id AND c.id = f.comment_id
      LEFT JOIN comment_tag s ON s.workspace_id = f.workspace_id AND s.comment_id = f.comment_id AND s.tag_id = ${tagId} AND s.said IS NOT NULL
      WHERE s.comment_id IS NULL
      ORDER BY f.place, f.comment_id`;
  }

  /** How many comments are drawn at random to compare tags with, as far as there is anything to read in them. */
  async drawn(workspaceId: number, featuresBy: string): Promise<number> {
    const [row] = await this.database.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM tag_features
      WHERE workspace_id = ${workspaceId} AND drawn AND features_by = ${featuresBy} AND length(features) > 0`;
    return row?.n ?? 0;
  }

  /** What people said of a tag, with features. */
  examples(workspaceId: number, tagId: number, featuresBy: string): Promise<TagExample[]> {
    return this.database.$queryRaw`
      SELECT f.comment_id AS "commentId", coalesce(c.duplicate_of, c.id) AS "groupId", c.text, f.features, f.drawn, s.said, s.drawn AS asked
      FROM (
        SELECT comment_id, said, drawn FROM comment_tag
        WHERE workspace_id = ${workspaceId} AND tag_id = ${tagId} AND said IS NOT NULL
        ORDER BY said_at DESC LIMIT ${MOST_EXAMPLES}
      ) s
      JOIN tag_features f ON f.workspace_id = ${workspaceId} AND f.comment_id = s.comment_id AND f.features_by = ${featuresBy} AND length(f.features) > 0
      JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = s.comment_id
      ORDER BY f.comment_id`;
  }

  /** Ids of comments of which people said that they have a tag, or have it not; what was said last comes first. */
  async saidIds(
    workspaceId: number,
    tagId: number,
    { said, offset, limit }: { said: boolean; offset: number; limit: number },
  ): Promise<number[]> {
    const rows = await this.database.$queryRaw<{ id: number }[]>`
      SELECT comment_id AS id FROM comment_tag
      WHERE workspace_id = ${workspaceId} AND tag_id = ${tagId} AND said IS NOT NULL AND said = ${said}
      ORDER BY said_at DESC, comment_id DESC
      OFFSET ${offset} LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  }

  /** Texts of the newest examples of a tag, and of drawn comments. */
  async wordsOf(workspaceId: number, tagId: number): Promise<{ examples: string[]; drawn: string[] }> {
    const [examples, drawn] = await Promise.all([
      this.database.$queryRaw<{ text: string }[]>`
        SELECT c.text FROM (
          SELECT comment_id FROM comment_tag
          WHERE workspace_id = ${workspaceId} AND tag_id = ${tagId} AND said
          ORDER BY said_at DESC LIMIT ${DRAWN}
        ) s
        JOIN comment c ON c.workspace_id = ${workspaceId} AND c.id = s.comment_id`,
      this.database.$queryRaw<{ text: string }[]>`
        SELECT c.text FROM tag_features f
        JOIN comment c ON c.workspace_id = f.workspace_id AND c.id = f.comment_id
        WHERE f.workspace_id = ${workspaceId} AND f.drawn`,
    ]);
    return { examples: examples.map(({ text }) => text), drawn: drawn.map(({ text }) => text) };
  }

  /** Which of these comments have no features of these weights. */
  async withoutFeatures(workspaceId: number, ids: readonly number[], featuresBy: string): Promise<Set<number>> {
    const rows = await this.database.$queryRaw<{ id: number }[]>`
      SELECT wanted.id FROM unnest(${arrayParameter(ids)}::bigint[]) AS wanted (id)
      LEFT JOIN tag_features f ON f.workspace_id = ${workspaceId} AND f.comment_id = wanted.id AND f.features_by = ${featuresBy}
      WHERE f.comment_id IS NULL`;
    return new Set(rows.map(({ id }) => id));
  }

  /** Comments whose features no tag learns from and none was drawn, beyond those that were read last. */
  async unneeded(workspaceId: number, kept: number): Promise<number[]> {
    const rows = await this.database.$queryRaw<{ id: number }[]>`
      SELECT f.comment_id AS id FROM tag_features f
      WHERE f.workspace_id = ${workspaceId} AND NOT f.drawn AND NOT EXISTS (
        SELECT FROM comment_tag s
        WHERE s.workspace_id = f.workspace_id AND s.comment_id = f.comment_id AND s.said IS NOT NULL
      )
      ORDER BY f.read_at DESC, f.comment_id
      OFFSET ${kept}`;
    return rows.map(({ id }) => id);
  }
}
