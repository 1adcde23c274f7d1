import { Injectable } from '@nestjs/common';
import type { Language } from '@moodline/shared/contract';
import { Database } from '@moodline/shared/db';
import { labelledAgain, type AgainBy } from './labelled-again.query';

/** How far a re-labelling is, read off the labels themselves. */
export interface RelabellingCounts {
  readonly total: number;
  readonly done: number;
  readonly switched: number;
}

/** Counts and dates that a re-labelling works with. */
@Injectable()
export class RelabellingCountsQuery {
  constructor(private readonly database: Database) {}

  async counts(by: AgainBy): Promise<RelabellingCounts> {
    const [row] = await this.database.$queryRaw<RelabellingCounts[]>`
      SELECT count(*)::int AS total, count(next.comment_id)::int AS done, (count(*) FILTER (WHERE next.current))::int AS switched ${labelledAgain(by)}`;
    return row ?? { total: 0, done: 0, switched: 0 };
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
