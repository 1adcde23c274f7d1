import { Injectable } from '@nestjs/common';
import { Database, DatabaseLock, lock, Prisma, type Transaction } from '@moodline/shared/db';
import { retryOnConflict } from '@moodline/shared/work';
import { outdatedRules, outdatedWorkspaces } from './bucket-rules.query';
import { endOfSlice, firstHour } from './comment-hours.query';
import { monitorsBeingMatched } from './monitors-being-matched.query';
import { startAnew } from './facet-days.query';
import { MoodBuckets } from './mood-buckets.repository';

/** Comments counted anew in one transaction, as far as whole hours allow. */
const SLICE = 10_000;
/** A single hour may hold many more. */
const TIMEOUT_MS = 600_000;

/**
 * Keeps the buckets to the zone of the workspace and to the kinds of comments it leaves out. A change of either is written down in the transaction that makes it; the
 * buckets then follow from the oldest hour on, a slice a transaction, while everybody goes on writing: comments before the place of that are
 * counted by the next rules, the others by the one before. Cut off, it goes on from there.
 */
@Injectable()
export class BucketZone {
  constructor(
    private readonly database: Database,
    private readonly buckets: MoodBuckets,
  ) {}

  /** Call in the transaction that changes the zone of a workspace, before the change. */
  async changing(transaction: Transaction, workspaceId: number): Promise<void> {
    await this.buckets.rulesChanging(transaction, workspaceId);
  }

  /** One slice in each workspace whose buckets do not follow its zone yet. @returns whether anything was done */
  async advanceAll(size = SLICE): Promise<boolean> {
    let done = false;
    for (const id of await outdatedWorkspaces(this.database)) done = (await this.advance(id, size)) || done;
    return done;
  }

  /** @returns false when the buckets follow the zone of the workspace */
  async advance(workspaceId: number, size = SLICE): Promise<boolean> {
    return retryOnConflict(() =>
      this.database.$transaction((transaction) => this.slice(transaction, workspaceId, size), { timeout: TIMEOUT_MS }),
    );
  }

  private async slice(transaction: Transaction, workspaceId: number, size: number): Promise<boolean> {
    await lock(transaction, DatabaseLock.MoodBuckets, workspaceId);
    const zone = await outdatedRules(transaction, workspaceId);
    if (!zone) return false;
    const from = zone.until ?? (await firstHour(transaction, workspaceId, zone));
    const until = from && (await endOfSlice(transaction, workspaceId, { from, size, next: zone.next }));
    await transaction.$executeRaw`
      UPDATE mood_zone SET zone = ${until ? zone.zone : zone.next}, next_zone = ${until ? zone.next : null}::text, next_until = ${until},
        kinds = ${until ? zone.kinds : zone.nextKinds}::text[], next_kinds = ${until ? zone.nextKinds : null}::text[]
      WHERE workspace_id = ${workspaceId}`;
    if (from) await this.recount(transaction, workspaceId, { from, until, before: zone.zone });
    if (!until) await startAnew(transaction, workspaceId);
    return true;
  }

  /**
   * Counts anew the hours of a slice, and the hour of the zone before that its end cuts in two. Buckets of monitors that stand still while
   * they are matched stay: they are counted by the zone of then when they are matched.
   */
  private async recount(
    transaction: Transaction,
    workspaceId: number,
    { from, until, before }: { from: Date; until: Date | null; before: string },
  ): Promise<void> {
    const kept = Prisma.sql`monitor_id IN (${monitorsBeingMatched(workspaceId)})`;
    // Of the hour that the slice before cut in two, the rest is counted by this one.
    const taken = Prisma.sql`NOT ${kept}
      AND (hour >= ${from} OR hour = date_trunc('hour', ${from}::timestamptz, ${before}))
      AND ${until ? Prisma.sql`hour < ${until}` : Prisma.sql`TRUE`}`;
    const end = until
      ? Prisma.sql`AND c.published_at < date_trunc('hour', ${until}::timestamptz - interval '1 ms', ${before}) + interval '1 hour'`
      : Prisma.empty;
    await this.buckets.recount(transaction, workspaceId, {
      taken,
      which: Prisma.sql`c.published_at >= ${from} ${end}`,
    });
  }
}
