import { Prisma, type Database } from '@moodline/shared/db';

/** How many comments there are by source, the most first. @param which the condition on `comment c`, its workspace among it */
export function commentsBySource(
  database: Database,
  which: Prisma.Sql,
): Promise<{ readonly name: string; readonly comments: number }[]> {
  return database.$queryRaw`
    SELECT s.name, count(*)::int AS comments
    FROM comment c
    JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id
    WHERE ${which}
    GROUP BY s.name
    ORDER BY comments DESC, s.name`;
}
