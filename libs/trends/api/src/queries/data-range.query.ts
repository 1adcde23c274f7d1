import { Injectable } from '@nestjs/common';
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
    const [range] = await this.database.$queryRaw<CommentRange[]>`
      SELECT min(published_at) AS first, max(published_at) AS last, count(*)::int AS comments FROM comment WHERE workspace_id = ${workspaceId}`;
    return range ?? { first: null, last: null, comments: 0 };
  }
}
