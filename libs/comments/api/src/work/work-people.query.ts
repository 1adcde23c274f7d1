import type { WorkPerson } from '@moodline/comments/contract';
import { arrayParameter, Prisma, type Database, type Transaction } from '@moodline/shared/db';

/** Who works on comments: everybody who may change them. */
const WORKS = (workspaceId: number) =>
  Prisma.sql`u.workspace_id = ${workspaceId} AND u.removed_at IS NULL AND u.role <> 'viewer'`;

/** Whom comments can be assigned to, by name. */
export function workPeople(database: Database, workspaceId: number, userId: number): Promise<WorkPerson[]> {
  return database.$queryRaw`
    SELECT u.id, u.name, u.id = ${userId} AS me FROM "user" u
    WHERE ${WORKS(workspaceId)}
    ORDER BY lower(u.name), u.id`;
}

/** Which of these people comments cannot be assigned to. */
export async function whoDoesNotWork(
  transaction: Transaction,
  workspaceId: number,
  userIds: readonly number[],
): Promise<number[]> {
  if (!userIds.length) return [];
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    SELECT asked.id FROM unnest(${arrayParameter(userIds)}::int[]) AS asked (id)
    WHERE NOT EXISTS (SELECT FROM "user" u WHERE ${WORKS(workspaceId)} AND u.id = asked.id)`;
  return rows.map(({ id }) => id);
}
