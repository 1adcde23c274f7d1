import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

export interface DueBackup {
  readonly workspaceId: number;
  /** The last time at which one was to be made. */
  readonly since: Date;
}

/**
 * Plans whose hour has come since their last backup was whole. One that failed, or whose process ended, is due again after an hour; one
 * that was missed because Moodline did not run is made at the next start.
 */
@Injectable()
export class DueBackupsQuery {
  constructor(private readonly database: Database) {}

  /** @param now only specs say another time */
  due(now = new Date()): Promise<DueBackup[]> {
    return this.database.$queryRaw<DueBackup[]>`
      SELECT d.workspace_id AS "workspaceId", d.since
      FROM (
        SELECT p.*, (date_trunc('day', (${now}::timestamptz AT TIME ZONE w.time_zone) - make_interval(hours => p.hour))
          + make_interval(hours => p.hour)) AT TIME ZONE w.time_zone AS since
        FROM backup_plan p
        JOIN workspace w ON w.workspace_id = p.workspace_id
        WHERE p.nightly AND p.sealed_passphrase IS NOT NULL
      ) d
      WHERE coalesce(d.finished_at < d.since, TRUE) AND coalesce(d.begun_at < ${now}::timestamptz - interval '1 hour', TRUE)`;
  }
}
