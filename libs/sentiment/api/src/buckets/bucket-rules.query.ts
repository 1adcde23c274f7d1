import { Prisma, type Database, type Transaction } from '@moodline/shared/db';

/** By what buckets are kept, and by what they are to be kept; they have come as far as `until` (null: they have not begun). */
export interface BucketRules {
  readonly zone: string;
  readonly next: string;
  readonly kinds: string[];
  readonly nextKinds: string[];
  readonly until: Date | null;
}

/** Workspaces whose buckets do not follow their zone, or the kinds they leave out, yet. */
const OUTDATED = Prisma.sql`
  FROM mood_zone z
  JOIN workspace w ON w.workspace_id = z.workspace_id
  LEFT JOIN leaving_out o ON o.workspace_id = z.workspace_id
  WHERE (z.next_zone IS NOT NULL OR z.zone <> w.time_zone OR z.kinds <> coalesce(o.kinds, '{}'))`;

/** Whether that is so of the workspace `id`, a column or a number. */
export const isOutdated = (id: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT ${OUTDATED} AND z.workspace_id = ${id})`;

export async function outdatedWorkspaces(database: Database): Promise<number[]> {
  const rows = await database.$queryRaw<{ id: number }[]>`SELECT z.workspace_id AS id ${OUTDATED}`;
  return rows.map(({ id }) => id);
}

/** Locks the rules of a workspace. @returns null where its buckets follow them */
export async function outdatedRules(transaction: Transaction, workspaceId: number): Promise<BucketRules | null> {
  const [rules] = await transaction.$queryRaw<BucketRules[]>`
    SELECT z.zone, coalesce(z.next_zone, w.time_zone) AS next, z.kinds, coalesce(z.next_kinds, o.kinds, '{}') AS "nextKinds",
      z.next_until AS until
    ${OUTDATED} AND z.workspace_id = ${workspaceId}
    FOR UPDATE OF z`;
  return rules ?? null;
}

/** Writes down by what the buckets of a workspace are kept, where that was never changed before. */
export async function keepRules(transaction: Transaction, workspaceId: number): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO mood_zone (workspace_id, zone, kinds)
    SELECT w.workspace_id, w.time_zone, coalesce(o.kinds, '{}') FROM workspace w
    LEFT JOIN leaving_out o ON o.workspace_id = w.workspace_id
    WHERE w.workspace_id = ${workspaceId}
    ON CONFLICT DO NOTHING`;
}
