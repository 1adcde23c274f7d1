import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import { stored, type StoredSource } from '../sources/sources.repository';

/** Where a comment stands at its source. */
export interface CommentPlace {
  readonly sourceId: number;
  readonly externalId: string;
  readonly parentId: string | null;
}

/** Where answers go. */
@Injectable()
export class AnswerSourcesQuery {
  constructor(private readonly database: Database) {}

  /** Sources of some kinds that stay. */
  async ofKinds(workspaceId: number, kinds: readonly string[]): Promise<StoredSource[]> {
    const rows = await this.database.source.findMany({
      where: { workspaceId, kind: { in: [...kinds] }, removeAt: null },
      orderBy: { id: 'asc' },
    });
    return rows.map(stored);
  }

  /** Null where there is no such comment, or it has lost its text. */
  async placeOf(workspaceId: number, commentId: number): Promise<CommentPlace | null> {
    const [row] = await this.database.$queryRaw<CommentPlace[]>`
      SELECT source_id AS "sourceId", external_id AS "externalId", parent_external_id AS "parentId"
      FROM comment
      WHERE workspace_id = ${workspaceId} AND id = ${commentId} AND erased_at IS NULL`;
    return row ?? null;
  }
}
