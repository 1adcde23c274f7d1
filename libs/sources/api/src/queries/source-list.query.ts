import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import type { Source } from '@moodline/sources/contract';
import { backfillView, type BackfillRow } from '../backfill/backfill-view';
import { firstRunTimes } from '../runs/schedule';
import { runView, type RunRow } from '../runs/run-view';

interface Row {
  readonly id: number;
  readonly kind: Source['kind'];
  readonly name: string;
  readonly url: string | null;
  readonly movedTo: string | null;
  readonly config: Source['config'];
  readonly secrets: string[];
  readonly schedule: Source['schedule'];
  readonly paused: boolean;
  readonly pausedCode: string | null;
  readonly pausedReason: string | null;
  readonly failures: number;
  readonly timeZone: string;
  readonly backfill: BackfillRow | null;
  readonly nextRunAt: Date | null;
  readonly removeAt: Date | null;
  readonly comments: number;
  readonly lastRun:
    (Omit<RunRow, 'startedAt' | 'finishedAt'> & { startedAt: string; finishedAt: string | null }) | null;
}

/** Sources with the number of their comments and their last run. */
@Injectable()
export class SourceListQuery {
  constructor(private readonly database: Database) {}

  /** By name. */
  all(workspaceId: number): Promise<Source[]> {
    return this.select(Prisma.sql`s.workspace_id = ${workspaceId}`);
  }

  async one(workspaceId: number, id: number): Promise<Source> {
    const [source] = await this.select(Prisma.sql`s.workspace_id = ${workspaceId} AND s.id = ${id}`);
    if (!source) throw new NotFoundError('source', id);
    return source;
  }

  private async select(condition: Prisma.Sql): Promise<Source[]> {
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT s.id, s.kind, s.name, s.config->>'url' AS url,
        CASE WHEN s.cursor #>> '{moved,from}' = s.config->>'url' THEN s.cursor #>> '{moved,to}' END AS "movedTo",
        s.config, ARRAY(SELECT jsonb_object_keys(s.secrets) ORDER BY 1) AS secrets, s.schedule, s.paused, s.paused_code AS "pausedCode", s.paused_reason AS "pausedReason", s.failures, w.time_zone AS "timeZone",
        CASE WHEN s.paused OR s.remove_at IS NOT NULL THEN NULL ELSE s.next_run_at END AS "nextRunAt", s.remove_at AS "removeAt",
        (SELECT coalesce(sum(t.positive + t.neutral + t.negative + t.unscored + t.pending + t.apart), 0) FROM mood_total t WHERE t.workspace_id = s.workspace_id AND t.monitor_id = 0 AND t.source_id = s.id)::int AS comments,
        (SELECT to_jsonb(run) FROM (
          SELECT r.id, r.source_id AS "sourceId", r.trigger, r.status, r.started_at AS "startedAt", r.finished_at AS "finishedAt", r.rows, r.imported,
            r.duplicates, r.updated, r.removed, r.filtered, r.rejected, r.undated, r.requests, r.bytes, r.not_modified AS "notModified", r.error_code AS "errorCode", r.error_message AS "errorMessage", r.file_name AS "fileName", r.taken_back AS "takenBack"
          FROM crawl_run r WHERE r.workspace_id = s.workspace_id AND r.source_id = s.id ORDER BY r.id DESC LIMIT 1
        ) run) AS "lastRun",
        (SELECT to_jsonb(back) FROM (
          SELECT b.status, b.since, b.until, b.oldest, b.newest, b.rows, b.imported, b.duplicates, b.next_run_at AS "nextRunAt", b.error_code AS "errorCode", b.error_message AS "errorMessage",
            b.started_at AS "startedAt", b.finished_at AS "finishedAt"
          FROM backfill b WHERE b.workspace_id = s.workspace_id AND b.source_id = s.id
        ) back) AS backfill
      FROM source s JOIN workspace w ON w.workspace_id = s.workspace_id WHERE ${condition} ORDER BY lower(s.name), s.id`;
    return rows.map(({ lastRun, nextRunAt, removeAt, timeZone, backfill, ...row }) => ({
      ...row,
      nextRuns: nextRuns(row.schedule, nextRunAt, timeZone),
      backfill: backfill && backfillView(backfill),
      nextRunAt: nextRunAt?.toISOString() ?? null,
      removeAt: removeAt?.toISOString() ?? null,
      lastRun:
        lastRun &&
        runView({
          ...lastRun,
          startedAt: new Date(lastRun.startedAt),
          finishedAt: lastRun.finishedAt ? new Date(lastRun.finishedAt) : null,
        }),
    }));
  }
}

/** The run that is set, and the two that would follow. */
function nextRuns(schedule: Source['schedule'], next: Date | null, timeZone: string): string[] {
  if (!schedule || !next) return [];
  return [next, ...firstRunTimes(schedule, next, { timeZone, count: 2 })].map((time) => time.toISOString());
}
