import type { Database } from '@moodline/shared/db';

/** The names of members of a workspace by their ids, of those who left as well. */
export async function namesOfPeople(
  database: Database,
  workspaceId: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const people = await database.user.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
