import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** What a person of the workspace is called. */
@Injectable()
export class AuthorNameQuery {
  constructor(private readonly database: Database) {}

  async read(workspaceId: number, userId: number): Promise<string> {
    const [row] = await this.database.$queryRaw<
      { name: string }[]
    >`SELECT name FROM "user" WHERE workspace_id = ${workspaceId} AND id = ${userId}`;
    return row?.name ?? '';
  }
}
