import { arrayParameter, Prisma, type Database, type Transaction } from '@moodline/shared/db';
import { isOutdated } from './bucket-rules.query';

/** The first instant of the day of the begin of an hour, `hour`, in the zone of a workspace whose buckets follow it. */
const DAY = Prisma.sql`date_trunc('day', hour, w.time_zone)`;

/** A mark is written even where there is one: the row is then held until the transaction ends, and nobody takes the day for counted before. */
const MARK = Prisma.sql`ON CONFLICT (workspace_id, day) DO UPDATE SET changed_at = now()`;

/** Says that comments of these hours have changed. @param hours begins of hours, milliseconds since 1970 */
export async function markStale(
  transaction: Transaction,
  workspaceId: number,
  hours: readonly number[],
): Promise<void> {
  if (!hours.length) return;
  await transaction.$executeRaw`
    INSERT INTO mood_facet_stale (workspace_id, day)
    SELECT DISTINCT w.workspace_id, ${DAY} AS day
    FROM workspace w, (SELECT to_timestamp(ms / 1000.0) AS hour FROM unnest(${arrayParameter(hours)}::bigint[]) AS ms) changed
    WHERE w.workspace_id = ${workspaceId}
    ORDER BY day
    ${MARK}`;
}

/** Says that comments have changed in every hour in which buckets of these monitors count any. */
export async function markHoursOf(
  transaction: Transaction,
  workspaceId: number,
  monitorIds: readonly number[],
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO mood_facet_stale (workspace_id, day)
    SELECT DISTINCT w.workspace_id, ${DAY} AS day
    FROM workspace w
    JOIN mood_bucket b ON b.workspace_id = w.workspace_id AND b.monitor_id = ANY(${arrayParameter(monitorIds)}::int[])
    WHERE w.workspace_id = ${workspaceId}
    ORDER BY day
    ${MARK}`;
}

/** Forgets all days of a workspace: its days begin at other times now, or other comments count. For who has kept all others from counting. */
export async function startAnew(transaction: Transaction, workspaceId: number): Promise<void> {
  await transaction.$executeRaw`DELETE FROM mood_facet_day WHERE workspace_id = ${workspaceId}`;
  await transaction.$executeRaw`DELETE FROM mood_facet_stale WHERE workspace_id = ${workspaceId}`;
  await markHoursOf(transaction, workspaceId, [0]);
}

/** A workspace with a stale day in which nothing has changed for so long, and whose buckets follow its zone and the kinds it leaves out. */
export async function workspaceWithStaleDays(database: Database, quietMs: number): Promise<number | null> {
  const [row] = await database.$queryRaw<{ id: number }[]>`
    SELECT s.workspace_id AS id FROM mood_facet_stale s
    WHERE ${quietSince(quietMs)} AND NOT ${isOutdated(Prisma.sql`s.workspace_id`)}
    LIMIT 1`;
  return row?.id ?? null;
}

/** The newest such day of a workspace, held until the transaction ends; null where there is none that nobody else holds. */
export async function holdStaleDay(
  transaction: Transaction,
  workspaceId: number,
  quietMs: number,
): Promise<Date | null> {
  const [row] = await transaction.$queryRaw<{ day: Date }[]>`
    SELECT s.day FROM mood_facet_stale s
    WHERE s.workspace_id = ${workspaceId} AND ${quietSince(quietMs)} AND NOT ${isOutdated(Prisma.sql`s.workspace_id`)}
    ORDER BY s.day DESC
    LIMIT 1
    FOR UPDATE OF s SKIP LOCKED`;
  return row?.day ?? null;
}

const quietSince = (quietMs: number) => Prisma.sql`s.changed_at <= now() - ${quietMs}::int * interval '1 ms'`;
