import { Injectable } from '@nestjs/common';
import type { AlertScope } from '@moodline/alerts/contract';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import type { HourCounts } from '../detection/hour-series';

/** A transaction, for rules that are handed one. */
export type RuleTransaction = Transaction;

/** Which hours of which comments. */
export interface HourlyRequest {
  readonly workspaceId: number;
  readonly scope: AlertScope;
  readonly from: Date;
  readonly to: Date;
}

/** Counts per hour from the buckets: as many rows as there are hours, sources and languages, however many comments. */
@Injectable()
export class HourlyCountsQuery {
  constructor(private readonly database: Database) {}

  /** @returns hours that have comments, oldest first */
  list(
    { workspaceId, scope, from, to }: HourlyRequest,
    connection: Transaction = this.database,
  ): Promise<(HourCounts & { readonly hour: Date })[]> {
    const { monitor, sources, languages } = scope;
    return connection.$queryRaw`
      SELECT b.hour, sum(b.positive)::int AS positive, sum(b.neutral)::int AS neutral, sum(b.negative)::int AS negative,
        sum(b.unscored + b.pending)::int AS unlabelled
      FROM mood_bucket b
      WHERE b.workspace_id = ${workspaceId} AND b.monitor_id = ${monitor ?? 0} AND b.hour >= ${from} AND b.hour < ${to}
        ${sources.length ? Prisma.sql`AND b.source_id = ANY(${[...sources]}::int[])` : Prisma.empty}
        ${languages.length ? Prisma.sql`AND b.language = ANY(${[...languages]}::text[])` : Prisma.empty}
      GROUP BY b.hour ORDER BY b.hour`;
  }
}
