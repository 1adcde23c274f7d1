import type { KindToLeaveOut } from '@moodline/comments/contract';
import type { Database } from '@moodline/shared/db';

/** What the tables of counts say of the kinds that can be left out. */
export interface LeftOutKinds {
  readonly ofKind: Record<KindToLeaveOut, number>;
  /** The counts do not follow the setting yet. */
  readonly counting: boolean;
}

/** From the counts per day: it does not matter how many comments there are. */
export async function readLeftOutKinds(database: Database, workspaceId: number): Promise<LeftOutKinds> {
  const [[ofKind], behind] = await Promise.all([
    database.$queryRaw<Record<KindToLeaveOut, number>[]>`
      SELECT coalesce(sum(news), 0)::int AS news, coalesce(sum(ad), 0)::int AS ad FROM mood_day
      WHERE workspace_id = ${workspaceId} AND monitor_id = 0`,
    database.$queryRaw<unknown[]>`
      SELECT z.zone FROM mood_zone z
      LEFT JOIN leaving_out o ON o.workspace_id = z.workspace_id
      WHERE z.workspace_id = ${workspaceId} AND (z.next_kinds IS NOT NULL OR z.kinds <> coalesce(o.kinds, '{}'))`,
  ]);
  return { ofKind: ofKind ?? { news: 0, ad: 0 }, counting: behind.length > 0 };
}
