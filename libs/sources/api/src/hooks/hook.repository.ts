import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import { HOOK_KIND } from '../connectors/webhook/webhook.connector';
import { stored, type StoredSource } from '../sources/sources.repository';

/** Sources as their address names them: by their number alone, which is given once for all workspaces. */
@Injectable()
export class HookRepository {
  constructor(private readonly database: Database) {}

  /** Null unless it is a source to which comments are sent. */
  async find(sourceId: number): Promise<StoredSource | null> {
    const row = await this.database.source.findFirst({ where: { id: sourceId, kind: HOOK_KIND } });
    return row && stored(row);
  }
}
