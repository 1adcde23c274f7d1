import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@moodline/shared/db';

/** Which comments still have their words. */
@Injectable()
export class QuotedCommentsQuery {
  constructor(private readonly database: Database) {}

  /** @returns of these comments, those that went or lost their text */
  async gone(workspaceId: number, ids: readonly number[], connection: Transaction = this.database): Promise<number[]> {
    if (!ids.length) return [];
    const rows = await connection.$queryRaw<{ id: number }[]>`
      SELECT wanted.id::float8 AS id FROM unnest(${[...ids]}::bigint[]) AS wanted (id)
      WHERE NOT EXISTS (
        SELECT FROM comment c WHERE c.workspace_id = ${workspaceId} AND c.id = wanted.id AND c.erased_at IS NULL)`;
    return rows.map(({ id }) => id);
  }

  /** Keeps these comments as they are until the transaction ends: who removes one waits, and finds what quotes it. */
  async hold(workspaceId: number, ids: readonly number[], transaction: Transaction): Promise<void> {
    await transaction.$queryRaw`
      SELECT c.id FROM comment c
      WHERE c.workspace_id = ${workspaceId} AND c.id = ANY(${[...ids]}::bigint[])
      ORDER BY c.id FOR SHARE`;
  }
}
