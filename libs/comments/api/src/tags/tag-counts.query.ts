import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@moodline/shared/db';

/** So many comments of a tag are counted. */
const COUNTED = 10_000;

/** How many comments have a tag, see `tagSchema`. */
export interface TagCounts {
  readonly comments: number;
  readonly yes: number;
  readonly no: number;
  readonly given: number;
}

/** What of a tag tells which of the comments that the machine gave it to have it. */
export interface TagUse {
  readonly id: number;
  readonly threshold: number;
  readonly applyNew: boolean;
  readonly applyStored: boolean;
}

/** Counts comments of tags, off indexes and up to a number. */
@Injectable()
export class TagCountsQuery {
  constructor(private readonly database: Database) {}

  async of(workspaceId: number, { id, threshold, applyNew, applyStored }: TagUse): Promise<TagCounts> {
    const ways = [...(applyNew ? ['new'] : []), ...(applyStored ? ['stored'] : [])];
    const of = Prisma.sql`FROM comment_tag WHERE workspace_id = ${workspaceId} AND tag_id = ${id}`;
    const [row] = await this.database.$queryRaw<{ yes: number; no: number; given: number }[]>`
      SELECT said.yes, said.no, machine.n AS given
      FROM (
        SELECT count(*) FILTER (WHERE said)::int AS yes, count(*) FILTER (WHERE NOT said)::int AS no
        FROM (SELECT said ${of} AND said IS NOT NULL LIMIT ${COUNTED + 1}) s
      ) said, (
        SELECT count(*)::int AS n
        FROM (
          SELECT ${of} AND said IS NULL AND given = ANY(${ways}::text[]) AND probability >= ${threshold}::real
          LIMIT ${COUNTED + 1}
        ) g
      ) machine`;
    const { yes = 0, no = 0, given = 0 } = row ?? {};
    return { comments: Math.min(COUNTED + 1, yes + given), yes, no, given };
  }
}
