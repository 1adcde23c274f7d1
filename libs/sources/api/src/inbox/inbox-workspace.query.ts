import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';

/** To whom dropped files belong. */
@Injectable()
export class InboxWorkspaceQuery {
  constructor(private readonly database: Database) {}

  /** The workspace of the owner; null as long as nobody owns this installation. */
  async find(): Promise<number | null> {
    const rows = await this.database.$queryRaw<
      { id: number }[]
    >`SELECT workspace_id AS id FROM "user" WHERE role = 'owner' ORDER BY id LIMIT 1`;
    return rows[0]?.id ?? null;
  }
}
