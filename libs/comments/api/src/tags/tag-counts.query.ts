import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** So many comments of a tag are counted. */
const COUNTED = 10_000;

/** How many comments have a tag. */
export interface TagCounts {
  readonly comments: number;
  readonly yes: number;
  readonly no: number;
}

/** Counts comments of tags, off indexes and up to a number. */
@Injectable()
export class TagCountsQuery {
  constructor(private readonly database: Database) {}

  async of(workspaceId: number, tagId: number, threshold: number): Promise<TagCounts> {
    const [row] = await this.database.$queryRaw<{ yes: number; no: number; told: number }[]>`
      SELECT said.yes, said.no, told.n AS told
      FROM (
        SELECT count(*) FILTER (WHERE said)::int AS yes, count(*) FILTER (WHERE NOT said)::int AS no
        FROM (SELECT said FROM comment_tag WHERE workspace_id = ${workspaceId} AND tag_id = ${tagId} AND said IS NOT NULL LIMIT ${COUNTED + 1}) s
      ) said, (
        SELECT count(*)::int AS n
        FROM (SELECT FROM comment_tag WHERE workspace_id = ${workspaceId} AND tag_id = ${tagId} AND said IS NULL AND probability >= ${threshold}::real LIMIT ${COUNTED + 1}) t
      ) told`;
    const { yes = 0, no = 0, told = 0 } = row ?? {};
    return { comments: Math.min(COUNTED + 1, yes + told), yes, no };
  }
}
