import { Injectable } from '@nestjs/common';
import type { ReportChannel } from '@moodline/reports/contract';
import { Database } from '@moodline/shared/db';

/** Channels that a report can be sent by, and the zone in which it is due. */
@Injectable()
export class ReportChannelsQuery {
  constructor(private readonly database: Database) {}

  list(workspaceId: number): Promise<ReportChannel[]> {
    return this.database.$queryRaw`
      SELECT id, name, kind, CASE WHEN kind = 'smtp' THEN config -> 'to' END AS to FROM channel
      WHERE workspace_id = ${workspaceId} AND removed_at IS NULL
      ORDER BY name`;
  }

  async timeZone(workspaceId: number): Promise<string> {
    const [row] = await this.database.$queryRaw<{ zone: string }[]>`
      SELECT time_zone AS zone FROM workspace WHERE workspace_id = ${workspaceId}`;
    return row?.zone ?? 'UTC';
  }
}
