import type { CommentKind } from '@moodline/comments/contract';
import type { Database } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';

/** By what a workspace counts its comments. */
export interface CountingRules {
  readonly timeZone: string;
  /** Kinds that are left out of the mood */
  readonly leftOutKinds: CommentKind[];
}

/** @throws NotFoundError when there is no such workspace */
export async function readCountingRules(database: Database, workspaceId: number): Promise<CountingRules> {
  const [rules] = await database.$queryRaw<CountingRules[]>`
    SELECT w.time_zone AS "timeZone", coalesce(o.kinds, '{}') AS "leftOutKinds" FROM workspace w
    LEFT JOIN leaving_out o ON o.workspace_id = w.workspace_id
    WHERE w.workspace_id = ${workspaceId}`;
  if (!rules) throw new NotFoundError('workspace', workspaceId);
  return rules;
}
