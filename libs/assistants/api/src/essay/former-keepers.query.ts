import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import type { EssayKeeper } from './essay.repository';

const MOST = 100;

/** Who kept essays and is no member any more. */
@Injectable()
export class FormerKeepersQuery {
  constructor(private readonly database: Database) {}

  /** Of all workspaces, some at a time. */
  all(): Promise<EssayKeeper[]> {
    return this.database.$queryRaw<EssayKeeper[]>`
      SELECT DISTINCT e.workspace_id AS "workspaceId", e.user_id AS "userId"
      FROM essay e
      JOIN "user" u ON u.workspace_id = e.workspace_id AND u.id = e.user_id
      WHERE u.removed_at IS NOT NULL
      LIMIT ${MOST}`;
  }
}
