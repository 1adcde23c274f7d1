import { arrayParameter, type Database } from '@moodline/shared/db';

/** How many of these ids of a source, as they are kept, are stored already: what a dry run counts as duplicates. */
export async function storedComments(
  database: Database,
  workspaceId: number,
  { sourceId, keptIds }: { readonly sourceId: number; readonly keptIds: readonly string[] },
): Promise<number> {
  const [row] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM comment
    WHERE workspace_id = ${workspaceId} AND source_id = ${sourceId} AND external_id = ANY(${arrayParameter(keptIds)}::text[])`;
  return row?.count ?? 0;
}
