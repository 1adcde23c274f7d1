import { Prisma } from '@moodline/shared/db';

/** The ids of the monitors whose buckets stand still until all comments are matched by their new rules. */
export const monitorsBeingMatched = (workspaceId: number): Prisma.Sql =>
  Prisma.sql`SELECT id FROM monitor WHERE workspace_id = ${workspaceId} AND rematch_cursor IS NOT NULL`;
