import { Injectable } from '@nestjs/common';
import type { Language } from '@moodline/shared/contract';
import { Database, Prisma } from '@moodline/shared/db';
import type { JudgedText } from '../learning/judged-texts.query';

/** A tag that is being put on comments that were there, and where that is. */
export interface StoredApplication {
  readonly workspaceId: number;
  readonly tagId: number;
  readonly version: number;
  readonly since: Date;
  /** Comments with a higher id came later. */
  readonly last: number;
  readonly at: Date | null;
  readonly id: number | null;
}

/** A comment in the order in which they are read, the newest first. */
export interface StoredText extends JudgedText {
  readonly language: Language;
  readonly publishedAt: Date;
}

/** What there is to read for tags that are put on stored comments. */
@Injectable()
export class StoredComments {
  constructor(private readonly database: Database) {}

  /** Those that are not at their end, the one first that has come least far. */
  open(): Promise<StoredApplication[]> {
    return this.database.$queryRaw`
      SELECT l.workspace_id AS "workspaceId", l.tag_id AS "tagId", l.version_in_force AS version, l.stored_since AS since,
        l.stored_last AS last, l.stored_at AS at, l.stored_id AS id
      FROM tag_learning l
      JOIN tag t ON t.workspace_id = l.workspace_id AND t.id = l.tag_id AND t.apply_stored
      WHERE l.stored_last IS NOT NULL AND l.stored_ended_at IS NULL AND l.version_in_force IS NOT NULL
      ORDER BY l.stored_read, l.workspace_id, l.tag_id`;
  }

  next({ workspaceId, since, last, at, id }: StoredApplication, limit: number): Promise<StoredText[]> {
    const behind = at ? Prisma.sql`AND (published_at, id) < (${at}, ${id}::bigint)` : Prisma.empty;
    return this.database.$queryRaw`
      SELECT id AS "commentId", text, language, published_at AS "publishedAt" FROM comment
      WHERE workspace_id = ${workspaceId} AND published_at >= ${since} AND id <= ${last}::bigint AND erased_at IS NULL ${behind}
      ORDER BY published_at DESC, id DESC
      LIMIT ${limit}`;
  }

  /** The highest id; null where there are no comments. */
  async newestId(workspaceId: number): Promise<number | null> {
    const [row] = await this.database.$queryRaw<{ id: number | null }[]>`
      SELECT max(id) AS id FROM comment WHERE workspace_id = ${workspaceId}`;
    return row?.id ?? null;
  }
}
