import { Injectable } from '@nestjs/common';
import { arrayParameter, Database, Prisma, type Transaction } from '@moodline/shared/db';
import { Slices } from '@moodline/shared/work';

/** By which switch of a tag the machine gives it: to comments that come in, or to those that were there before. */
export type GivenBy = 'new' | 'stored';

/** What a head says of a comment and a tag. */
export interface TagProbability {
  readonly commentId: number;
  readonly probability: number;
}

/** What a head says of comments. */
export interface GivenTag {
  readonly tagId: number;
  readonly given: GivenBy;
  /** Below it nothing is kept. */
  readonly from: number;
  readonly told: readonly TagProbability[];
}

interface Clearing {
  readonly workspaceId: number;
  readonly tagId: number;
  readonly given: GivenBy | 'all';
}

/** Rows that are taken off in one transaction. */
const CLEARED_AT_ONCE = 5_000;

/** Tags that the machine gives, beside what people say and never in its place. */
@Injectable()
export class GivenTags {
  private readonly slices: Slices;

  constructor(database: Database) {
    this.slices = new Slices(database);
  }

  /**
   * Keeps what heads say of comments, and takes off what the machine gave before and is too improbable now. A tag that is gone, or whose
   * switch is off, gets nothing. Call with the rows of the comments locked.
   */
  async keep(transaction: Transaction, workspaceId: number, tags: readonly GivenTag[]): Promise<void> {
    if (!tags.length) return;
    const ids = arrayParameter(tags.map(({ tagId }) => tagId));
    const rows = await transaction.$queryRaw<{ id: number; new: boolean; stored: boolean }[]>`
      SELECT id, apply_new AS new, apply_stored AS stored FROM tag
      WHERE workspace_id = ${workspaceId} AND id = ANY(${ids}::int[])
      ORDER BY id
      FOR SHARE`;
    const switches = new Map(rows.map((row) => [row.id, row]));
    for (const tag of tags.toSorted((a, b) => a.tagId - b.tagId))
      if (switches.get(tag.tagId)?.[tag.given]) await keepOne(transaction, workspaceId, tag);
  }

  /** Takes off a slice of what is to be cleared. @returns whether there was anything to do */
  clearNext(): Promise<boolean> {
    return this.slices.once(async (transaction) => {
      const [clearing] = await transaction.$queryRaw<Clearing[]>`
        SELECT workspace_id AS "workspaceId", tag_id AS "tagId", given FROM tag_clearing
        ORDER BY workspace_id, tag_id, given
        LIMIT 1
        FOR UPDATE SKIP LOCKED`;
      if (!clearing) return false;
      const { workspaceId, tagId, given } = clearing;
      const cleared =
        given === 'all'
          ? await takeOff(transaction, { workspaceId, tagId }, { which: Prisma.sql`TRUE`, withSaid: true })
          : await takeOff(transaction, { workspaceId, tagId }, { which: Prisma.sql`given = ${given}` });
      if (!cleared) await transaction.tagClearing.deleteMany({ where: clearing });
      return true;
    });
  }
}

async function keepOne(
  transaction: Transaction,
  workspaceId: number,
  { tagId, given, from, told }: GivenTag,
): Promise<void> {
  const kept = told.filter(({ probability }) => probability >= from);
  const below = told.filter(({ probability }) => probability < from).map(({ commentId }) => commentId);
  if (kept.length)
    await transaction.$executeRaw`
      INSERT INTO comment_tag (workspace_id, comment_id, tag_id, probability, given)
      SELECT ${workspaceId}, told.id, ${tagId}, told.probability, ${given}
      FROM unnest(${kept.map(({ commentId }) => commentId)}::bigint[], ${kept.map(({ probability }) => probability)}::real[]) AS told (id, probability)
      ORDER BY told.id
      ON CONFLICT (workspace_id, comment_id, tag_id)
      DO UPDATE SET probability = excluded.probability, given = coalesce(comment_tag.given, excluded.given)`;
  const which = Prisma.sql`probability IS NOT NULL AND comment_id = ANY(${arrayParameter(below)}::bigint[])`;
  if (below.length) await takeOff(transaction, { workspaceId, tagId }, { which });
}

/**
 * Takes off what the machine gave; what a person said stays, unless it is to go as well. The rows are locked first, all of them in the
 * order of the comments.
 * @returns of how many comments, at most {@link CLEARED_AT_ONCE}
 */
async function takeOff(
  transaction: Transaction,
  { workspaceId, tagId }: Pick<Clearing, 'workspaceId' | 'tagId'>,
  { which, withSaid = false }: { which: Prisma.Sql; withSaid?: boolean },
): Promise<number> {
  const of = Prisma.sql`workspace_id = ${workspaceId} AND tag_id = ${tagId}`;
  const rows = await transaction.$queryRaw<{ id: number; said: boolean }[]>`
    SELECT comment_id AS id, said IS NOT NULL AS said FROM comment_tag
    WHERE ${of} AND ${which}
    ORDER BY comment_id
    LIMIT ${CLEARED_AT_ONCE}
    FOR UPDATE`;
  const kept = withSaid ? [] : rows.filter(({ said }) => said);
  const gone = withSaid ? rows : rows.filter(({ said }) => !said);
  const ids = (of: typeof rows) => arrayParameter(of.map(({ id }) => id));
  if (gone.length)
    await transaction.$executeRaw`DELETE FROM comment_tag WHERE ${of} AND comment_id = ANY(${ids(gone)}::bigint[])`;
  if (kept.length)
    await transaction.$executeRaw`UPDATE comment_tag SET probability = NULL, given = NULL WHERE ${of} AND comment_id = ANY(${ids(kept)}::bigint[])`;
  return rows.length;
}
