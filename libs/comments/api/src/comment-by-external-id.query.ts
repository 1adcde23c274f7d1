import { Prisma } from '@moodline/shared/db';

/**
 * A lateral table of one row at most, `id` and `external_id`: the comment of a source whose id there is `wanted`, or else the next one
 * in the order of such ids, so that the caller compares once more. Asked by equality, the planner takes an index that holds the
 * source but not the id there, and reads all of the source for each row, where the source is younger than the statistics of
 * the table (every first import). This order has the unique index only.
 */
export const nextByExternalId = (
  { workspaceId, sourceId }: { readonly workspaceId: number; readonly sourceId: number },
  wanted: Prisma.Sql,
): Prisma.Sql => Prisma.sql`(
    SELECT k.id, k.external_id FROM comment k
    WHERE k.workspace_id = ${workspaceId} AND k.source_id = ${sourceId} AND k.external_id >= ${wanted}
    ORDER BY k.external_id LIMIT 1
  )`;
