import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { retryOnConflict } from '@moodline/shared/work';
import { ALL_AND_SETTLED, columns, facetCounts, FACET_DAY_COLUMNS, isEmpty } from './bucket-counts.query';
import { holdStaleDay, workspaceWithStaleDays } from './facet-days.query';
import { monitorsBeingMatched } from './monitors-being-matched.query';
import { MoodBuckets } from './mood-buckets.repository';

/** How long nothing may have changed in a day before it is counted: one that comments come into is read from them meanwhile. */
const QUIET_MS = 20_000;
/** A single day may hold very many comments. */
const TIMEOUT_MS = 600_000;

/**
 * Counts of days by label, emotion, kind and stars, so that curves under such a filter need not read every comment. They follow later: a
 * change marks its days as stale in its own transaction, and stale days are counted from the comments by whoever reads them until
 * this has counted them anew.
 */
@Injectable()
export class FacetDays {
  constructor(
    private readonly database: Database,
    private readonly buckets: MoodBuckets,
  ) {}

  /** Counts one stale day anew, the newest first. @returns false where there is none that has been quiet for so long */
  async advance(quietMs = QUIET_MS): Promise<boolean> {
    const workspaceId = await workspaceWithStaleDays(this.database, quietMs);
    if (workspaceId === null) return false;
    return retryOnConflict(() =>
      this.database.$transaction((transaction) => this.day(transaction, workspaceId, quietMs), { timeout: TIMEOUT_MS }),
    );
  }

  private async day(transaction: Transaction, workspaceId: number, quietMs: number): Promise<boolean> {
    await this.buckets.hold(transaction, workspaceId);
    // Whoever changes comments of that day from here on waits with its mark until this has ended, and marks the day again.
    const day = await holdStaleDay(transaction, workspaceId, quietMs);
    if (!day) return false;
    const counted = monitorsBeingMatched(workspaceId);
    await transaction.$executeRaw`
      DELETE FROM mood_facet_day
      WHERE workspace_id = ${workspaceId} AND day = ${day} AND monitor_id NOT IN (${counted})`;
    await transaction.$executeRaw`
      INSERT INTO mood_facet_day (workspace_id, day, facet, value, monitor_id, source_id, ${columns(FACET_DAY_COLUMNS)})
      SELECT ${workspaceId}, ${day}, facet, value, monitor_id, source_id, ${columns(FACET_DAY_COLUMNS)}
      FROM (${facetCounts(workspaceId, inDay(day), ALL_AND_SETTLED)}) counted
      WHERE NOT ${isEmpty('counted')}`;
    await transaction.$executeRaw`DELETE FROM mood_facet_stale WHERE workspace_id = ${workspaceId} AND day = ${day}`;
    return true;
  }
}

/** Of `comment c`, those of a day of the workspace's zone. Days have 23 to 25 hours; where midnight comes twice, theirs is the second one. */
const inDay = (day: Date) => Prisma.sql`
  c.published_at >= ${day}::timestamptz - interval '2 hours' AND c.published_at < ${day}::timestamptz + interval '26 hours'
  AND date_trunc('day', c.published_at, w.time_zone) = ${day}`;
