import { Prisma } from '@moodline/shared/db';

/** Whether `comment c` still waits for its label. */
export const WAITS_FOR_LABEL = Prisma.sql`EXISTS (
  SELECT FROM label_task t
  WHERE t.workspace_id = c.workspace_id AND t.comment_id = c.id
)`;
