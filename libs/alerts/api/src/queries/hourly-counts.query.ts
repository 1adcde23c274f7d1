import { Injectable } from '@nestjs/common';
import type { AlertScope } from '@moodline/alerts/contract';
import { TAG_COUNTS } from '@moodline/comments/api';
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

/**
 * Counts per hour from the buckets: as many rows as there are hours, sources and languages, however many comments. Buckets know no tags:
 * comments with one are counted one by one, which takes a time that grows with how many have it.
 */
@Injectable()
export class HourlyCountsQuery {
  constructor(private readonly database: Database) {}

  /** @returns hours that have comments, oldest first */
  list(
    request: HourlyRequest,
    connection: Transaction = this.database,
  ): Promise<(HourCounts & { readonly hour: Date })[]> {
    // Rules that were stored before there were tags name none.
    const { tag } = request.scope;
    return tag ? this.ofTag(request, tag, connection) : this.ofBuckets(request, connection);
  }

  private ofBuckets(
    { workspaceId, scope, from, to }: HourlyRequest,
    connection: Transaction,
  ): Promise<(HourCounts & { readonly hour: Date })[]> {
    const { monitor, sources, languages } = scope;
    return connection.$queryRaw`
      SELECT b.hour, sum(b.positive)::int AS positive, sum(b.neutral)::int AS neutral, sum(b.negative)::int AS negative,
        sum(b.unscored + b.pending)::int AS unlabelled,
        sum(b.starred)::int AS starred, sum(b.star_sum)::float8 AS "starSum", sum(b.star_squares)::float8 AS "starSquares"
      FROM mood_bucket b
      WHERE b.workspace_id = ${workspaceId} AND b.monitor_id = ${monitor ?? 0} AND b.hour >= ${from} AND b.hour < ${to}
        ${sources.length ? Prisma.sql`AND b.source_id = ANY(${[...sources]}::int[])` : Prisma.empty}
        ${languages.length ? Prisma.sql`AND b.language = ANY(${[...languages]}::text[])` : Prisma.empty}
      GROUP BY b.hour ORDER BY b.hour`;
  }

  private ofTag(
    { workspaceId, scope, from, to }: HourlyRequest,
    tag: number,
    connection: Transaction,
  ): Promise<(HourCounts & { readonly hour: Date })[]> {
    const { monitor, sources, languages } = scope;
    const labelled = (label: string) => Prisma.sql`(count(*) FILTER (WHERE l.label = ${label}))::int`;
    return connection.$queryRaw`
      SELECT date_trunc('hour', c.published_at, w.time_zone) AS hour,
        ${labelled('positive')} AS positive, ${labelled('neutral')} AS neutral, ${labelled('negative')} AS negative,
        (count(*) FILTER (WHERE l.label IS NULL))::int AS unlabelled,
        count(c.stars)::int AS starred, coalesce(sum(round(c.stars * 10)::bigint), 0)::float8 AS "starSum",
        coalesce(sum(round(c.stars * 10)::bigint * round(c.stars * 10)::bigint), 0)::float8 AS "starSquares"
      FROM workspace w
      JOIN tag t ON t.workspace_id = w.workspace_id AND t.id = ${tag}
      JOIN comment_tag ct ON ct.workspace_id = t.workspace_id AND ct.tag_id = t.id AND ${TAG_COUNTS}
      JOIN comment c ON c.workspace_id = ct.workspace_id AND c.id = ct.comment_id
      LEFT JOIN comment_mood l ON l.workspace_id = c.workspace_id AND l.comment_id = c.id
      LEFT JOIN leaving_out o ON o.workspace_id = c.workspace_id
      WHERE w.workspace_id = ${workspaceId} AND c.published_at >= ${from} AND c.published_at < ${to}
        AND c.left_out IS NULL AND NOT c.date_unknown AND NOT coalesce(l.kind = ANY(o.kinds), FALSE)
        ${sources.length ? Prisma.sql`AND c.source_id = ANY(${[...sources]}::int[])` : Prisma.empty}
        ${languages.length ? Prisma.sql`AND c.language = ANY(${[...languages]}::text[])` : Prisma.empty}
        ${
          monitor === null
            ? Prisma.empty
            : Prisma.sql`AND EXISTS (SELECT FROM comment_monitor m WHERE m.workspace_id = c.workspace_id AND m.comment_id = c.id AND m.monitor_id = ${monitor})`
        }
      GROUP BY 1 ORDER BY 1`;
  }
}
