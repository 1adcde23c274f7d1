import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import type { Source } from '@moodline/sources/contract';
import { runView, type RunRow } from '../run-view';

interface Row {
  readonly id: number;
  readonly kind: Source['kind'];
  readonly name: string;
  readonly url: string | null;
  readonly config: Source['config'];
  readonly secrets: string[];
  readonly schedule: Source['schedule'];
  readonly paused: boolean;
  readonly pausedReason: string | null;
  readonly nextRunAt: Date | null;
  readonly comments: number;
  readonly lastRun: (Omit<RunRow, 'startedAt' | 'finishedAt'> & { startedAt: string; finishedAt: string | null }) | null;
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
      SELECT s.id, s.kind, s.name, s.config->>'url' AS url, s.config, ARRAY(SELECT jsonb_object_keys(s.secrets) ORDER BY 1) AS secrets, s.schedule, s.paused, s.paused_reason AS "pausedReason",
        CASE WHEN s.paused THEN NULL ELSE s.next_run_at END AS "nextRunAt",
        (SELECT count(*) FROM comment c WHERE c.workspace_id = s.workspace_id AND c.source_id = s.id)::int AS comments,
        (SELECT to_jsonb(run) FROM (
          SELECT r.id, r.source_id AS "sourceId", r.trigger, r.status, r.started_at AS "startedAt", r.finished_at AS "finishedAt", r.rows, r.imported,
            r.duplicates, r.updated, r.removed, r.filtered, r.rejected, r.requests, r.bytes, r.not_modified AS "notModified", r.error_code AS "errorCode", r.error_message AS "errorMessage", r.file_name AS "fileName"
          FROM crawl_run r WHERE r.workspace_id = s.workspace_id AND r.source_id = s.id ORDER BY r.started_at DESC, r.id DESC LIMIT 1
        ) run) AS "lastRun"
      FROM source s WHERE ${condition} ORDER BY lower(s.name), s.id`;
    return rows.map(({ lastRun, nextRunAt, ...row }) => ({
      ...row,
      nextRunAt: nextRunAt?.toISOString() ?? null,
      lastRun: lastRun && runView({ ...lastRun, startedAt: new Date(lastRun.startedAt), finishedAt: lastRun.finishedAt ? new Date(lastRun.finishedAt) : null }),
    }));
  }
}
