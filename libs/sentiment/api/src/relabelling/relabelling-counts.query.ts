import { Injectable } from '@nestjs/common';
import { bucketRows } from '@moodline/comments/api';
import { LABELS } from '@moodline/comments/contract';
import { type Language } from '@moodline/shared/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { labelledAgain, type AgainBy } from './labelled-again.query';

/** Up to here the comments of a re-labelling are counted one by one. */
export const COUNTED_TO = 5_000;
/** The end of time of a period without one. */
const NEVER = new Date('2200-01-01T00:00:00Z');

/** How far a re-labelling is, read off the labels themselves. Of many comments the total is that of the buckets. */
export interface RelabellingCounts {
  readonly total: number;
  readonly done: number;
  readonly switched: number;
}

/** Counts and dates that a re-labelling works with. */
@Injectable()
export class RelabellingCountsQuery {
  constructor(private readonly database: Database) {}

  /** Few are counted one by one. Of many the total is read off the buckets, and the labels of the version are counted. */
  async counts(by: AgainBy, countedTo = COUNTED_TO): Promise<RelabellingCounts> {
    const [few] = await this.database.$queryRaw<RelabellingCounts[]>`
      SELECT count(*)::int AS total, count(id)::int AS done, (count(*) FILTER (WHERE current))::int AS switched
      FROM (SELECT next.comment_id AS id, next.current ${labelledAgain(by)} LIMIT ${countedTo + 1}) again`;
    if (few && few.total <= countedTo) return few;
    const [labelled, total] = await Promise.all([this.labelled(by), this.inBuckets(by)]);
    return { ...labelled, total: Math.max(total, labelled.done) };
  }

  private async labelled({ workspaceId, version, model, since }: AgainBy): Promise<Omit<RelabellingCounts, 'total'>> {
    const [row] = await this.database.$queryRaw<Omit<RelabellingCounts, 'total'>[]>`
      SELECT count(*)::int AS done, (count(*) FILTER (WHERE l.current))::int AS switched
      FROM label l
      JOIN comment c ON c.workspace_id = l.workspace_id AND c.id = l.comment_id
      WHERE l.workspace_id = ${workspaceId} AND l.role_version = ${version} AND l.model = ${model}
        AND c.published_at >= ${since} AND c.erased_at IS NULL`;
    return row ?? { done: 0, switched: 0 };
  }

  /** Comments from a time on that have a label or none for a reason, off the buckets: with those whose words are gone, which are not labelled again. */
  async inBuckets({ workspaceId, since }: Pick<AgainBy, 'workspaceId' | 'since'>): Promise<number> {
    const period = { workspaceId, from: since, to: NEVER };
    const [row] = await this.database.$queryRaw<{ n: number }[]>`
      SELECT coalesce(sum(b.positive + b.neutral + b.negative + b.unscored), 0)::int AS n
      FROM ${bucketRows(period, [since], { monitors: Prisma.sql`b.monitor_id = 0`, columns: [...LABELS, 'unscored'] })}`;
    return row?.n ?? 0;
  }

  /** The start of the day in the workspace's zone with which the last `days` days begin, counted from the newest comment; from today where there is none. */
  async since(workspaceId: number, days: number): Promise<Date> {
    const [row] = await this.database.$queryRaw<{ since: Date }[]>`
      SELECT (date_trunc('day', least(newest.at, now()) AT TIME ZONE w.time_zone) - make_interval(days => ${days - 1}::int)) AT TIME ZONE w.time_zone AS since
      FROM workspace w, (SELECT max(published_at) AS at FROM comment WHERE workspace_id = ${workspaceId}) newest WHERE w.workspace_id = ${workspaceId}`;
    if (!row) throw new Error(`There is no workspace ${workspaceId}`);
    return row.since;
  }

  /** The newest comments that have a text. */
  async newest(workspaceId: number, limit: number): Promise<{ readonly text: string; readonly language: Language }[]> {
    return this.database.$queryRaw`
      SELECT text, language FROM comment
      WHERE workspace_id = ${workspaceId} AND erased_at IS NULL
      ORDER BY published_at DESC
      LIMIT ${limit}`;
  }

  /** Whether any comment waits for its first label. */
  async freshCommentsWait(): Promise<boolean> {
    const [row] = await this.database.$queryRaw<{ waits: boolean }[]>`SELECT EXISTS (SELECT FROM label_task) AS waits`;
    return row?.waits ?? false;
  }

  /** The name of a user; null when the account is gone. */
  async userName(workspaceId: number, id: number): Promise<string | null> {
    return (
      (await this.database.user.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: { name: true } }))
        ?.name ?? null
    );
  }
}
