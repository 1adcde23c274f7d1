import type { WorkFilter } from '@moodline/comments/contract';
import { Prisma } from '@moodline/shared/db';

/**
 * Whether `comment c` is in a state of work, or assigned to somebody (`none`: to nobody). The comments that people took up are read
 * first, as a value: there are few of them, and the planner is not to look for them among all comments of a period.
 */
export function isInWork(workspaceId: number, { state, assignee }: WorkFilter): Prisma.Sql {
  const inState = state ? Prisma.sql`AND w.state = ${state}` : Prisma.empty;
  const assigned =
    assignee === undefined
      ? Prisma.empty
      : assignee === 'none'
        ? Prisma.sql`AND w.assignee_id IS NULL`
        : Prisma.sql`AND w.assignee_id = ${assignee}`;
  return Prisma.sql`c.id = ANY(ARRAY(
    SELECT w.comment_id FROM comment_work w
    WHERE w.workspace_id = ${workspaceId} ${inState} ${assigned}
  ))`;
}
