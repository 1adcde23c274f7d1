import { Injectable } from '@nestjs/common';
import type { AlertPerson } from '@moodline/alerts/contract';
import { Database } from '@moodline/shared/db';

/** People of a workspace. */
@Injectable()
export class PeopleQuery {
  constructor(private readonly database: Database) {}

  list(workspaceId: number): Promise<AlertPerson[]> {
    return this.database
      .$queryRaw`SELECT id, name FROM "user" WHERE workspace_id = ${workspaceId} ORDER BY name, id LIMIT 500`;
  }
}
