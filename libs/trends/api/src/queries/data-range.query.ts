import { Injectable } from '@nestjs/common';
import { commentNumber } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';

/** First and last time of publication, and how many comments there are at all. */
export interface CommentRange {
  readonly first: Date | null;
  readonly last: Date | null;
  readonly comments: number;
}

@Injectable()
export class DataRangeQuery {
  constructor(private readonly database: Database) {}

  async read(workspaceId: number): Promise<CommentRange> {
    const [[range], comments] = await Promise.all([
      this.database.$queryRaw<Omit<CommentRange, 'comments'>[]>`
        SELECT min(published_at) AS first, max(published_at) AS last FROM comment WHERE workspace_id = ${workspaceId}`,
      commentNumber(this.database, workspaceId),
    ]);
    return { first: range?.first ?? null, last: range?.last ?? null, comments };
  }
}
