import { arrayParameter, Prisma, type Transaction } from '@moodline/shared/db';

/** Of some comments those that are copies, by the number of their group. */
export type GroupSizes = ReadonlyMap<number, number>;

/** To be asked before comments go or change their group. */
export async function groupSizes(
  transaction: Transaction,
  workspaceId: number,
  ids: readonly number[],
): Promise<GroupSizes> {
  if (!ids.length) return new Map();
  const rows = await transaction.$queryRaw<{ number: number; copies: number }[]>`
    SELECT duplicate_of AS number, count(*)::int AS copies FROM comment
    WHERE workspace_id = ${workspaceId} AND id = ANY(${arrayParameter(ids)}::bigint[]) AND duplicate_of IS NOT NULL
    GROUP BY 1`;
  return new Map(rows.map(({ number, copies }) => [number, copies]));
}

/**
 * Keeps how many comments each group has. The last thing in a transaction and in one statement, by ascending numbers: popular texts
 * are in everybody's groups, so whoever stores them waits here, and for no longer than the end of the other one.
 * @param before {@link groupSizes} of the comments that have gone or changed
 * @param ids of comments that are new or have changed
 */
export async function keepGroupSizes(
  transaction: Transaction,
  workspaceId: number,
  before: GroupSizes,
  ids: readonly number[],
): Promise<void> {
  const changes = new Map([...before].map(([number, copies]) => [number, -copies]));
  for (const [number, copies] of await groupSizes(transaction, workspaceId, ids))
    changes.set(number, (changes.get(number) ?? 0) + copies);
  const changed = [...changes].filter(([, change]) => change).sort(([one], [other]) => one - other);
  if (!changed.length) return;
  const numbers = arrayParameter(changed.map(([number]) => number));
  await transaction.$executeRaw`
    INSERT INTO text_group AS g (workspace_id, number, copies)
    SELECT ${workspaceId}, number, change
    FROM unnest(${numbers}::bigint[], ${arrayParameter(changed.map(([, change]) => change))}::int[]) AS changed (number, change)
    ORDER BY number
    ON CONFLICT (workspace_id, number) DO UPDATE SET copies = g.copies + excluded.copies`;
  if (changed.some(([, change]) => change < 0))
    await transaction.$executeRaw`
      DELETE FROM text_group WHERE workspace_id = ${workspaceId} AND number = ANY(${numbers}::bigint[]) AND copies = 0`;
}

/** How many comments the group of `comment c` has, itself included. */
export const GROUP_SIZE = Prisma.sql`(
  coalesce((SELECT g.copies FROM text_group g WHERE g.workspace_id = c.workspace_id AND g.number = coalesce(c.duplicate_of, c.id)), 0)
  + CASE WHEN c.duplicate_of IS NULL THEN 1 ELSE (
      SELECT count(*) FROM comment first
      WHERE first.workspace_id = c.workspace_id AND first.id = c.duplicate_of AND first.duplicate_of IS NULL) END)::int`;
