import { Injectable } from '@nestjs/common';
import type { MonitorCounting } from '@moodline/comments/api';
import { arrayParameter, Prisma, type Transaction } from '@moodline/shared/db';
import { commentsOfMonitor } from './comments-of-monitor.query';
import { markHoursOf } from './facet-days.query';
import { MoodBuckets } from './mood-buckets.repository';

/** Comments counted in one transaction, during which nobody else counts: a fraction of a second. */
const SLICE = 5_000;

/**
 * Counts a monitor anew whose rules have changed: into buckets under its negative id, which nobody reads and which every writer keeps right
 * for the comments that were counted already; at the end they take the place of the old ones, at once.
 */
@Injectable()
export class MonitorBuckets implements MonitorCounting {
  constructor(private readonly buckets: MoodBuckets) {}

  async begin(transaction: Transaction, workspaceId: number, monitorId: number): Promise<void> {
    await drop(transaction, workspaceId, -monitorId);
  }

  async slice(
    transaction: Transaction,
    workspaceId: number,
    { monitorId, after }: { monitorId: number; after: number },
    size = SLICE,
  ): Promise<number | null> {
    const ids = await commentsOfMonitor(transaction, workspaceId, { monitorId, after, limit: size });
    const which = Prisma.sql`c.id = ANY(${arrayParameter(ids)}::bigint[])`;
    if (ids.length)
      await this.buckets.add(transaction, workspaceId, which, Prisma.sql`SELECT ${-monitorId}::int AS id`);
    return ids.at(-1) ?? null;
  }

  async end(transaction: Transaction, workspaceId: number, monitorId: number): Promise<void> {
    await markHoursOf(transaction, workspaceId, [monitorId, -monitorId]);
    await drop(transaction, workspaceId, monitorId);
    const counted = Prisma.sql`workspace_id = ${workspaceId} AND monitor_id = ${-monitorId}`;
    await transaction.$executeRaw`UPDATE mood_bucket SET monitor_id = ${monitorId} WHERE ${counted}`;
    await transaction.$executeRaw`UPDATE mood_total SET monitor_id = ${monitorId} WHERE ${counted}`;
  }

  async forget(transaction: Transaction, workspaceId: number, monitorId: number): Promise<void> {
    await markHoursOf(transaction, workspaceId, [monitorId, -monitorId]);
    await drop(transaction, workspaceId, monitorId);
    await drop(transaction, workspaceId, -monitorId);
  }
}

async function drop(transaction: Transaction, workspaceId: number, monitorId: number): Promise<void> {
  await transaction.$executeRaw`DELETE FROM mood_bucket WHERE workspace_id = ${workspaceId} AND monitor_id = ${monitorId}`;
  await transaction.$executeRaw`DELETE FROM mood_total WHERE workspace_id = ${workspaceId} AND monitor_id = ${monitorId}`;
}
