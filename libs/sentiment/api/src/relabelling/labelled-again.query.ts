import { Prisma } from '@moodline/shared/db';

/** Which comments are labelled again, and by what. */
export interface AgainBy {
  readonly workspaceId: number;
  readonly version: number;
  readonly model: string;
  readonly since: Date;
}

/**
 * `FROM` and `WHERE` over the comments that are labelled again: `comment c` with the answer that counts as `now` and the new
 * one, if there is one, as `next`. Comments that still wait for their first label are not among them, nor those that only a person labelled or
 * whose words are gone.
 */
export function labelledAgain({ workspaceId, version, model, since }: AgainBy): Prisma.Sql {
  return Prisma.sql`
    FROM comment c
    JOIN label now ON now.workspace_id = c.workspace_id AND now.comment_id = c.id AND now.current AND now.role_version <> 0
    LEFT JOIN label next ON next.workspace_id = c.workspace_id AND next.comment_id = c.id AND next.role_version = ${version} AND next.model = ${model}
    WHERE c.workspace_id = ${workspaceId} AND c.published_at >= ${since} AND c.erased_at IS NULL`;
}
