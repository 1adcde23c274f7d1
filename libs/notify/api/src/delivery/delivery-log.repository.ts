import { Injectable } from '@nestjs/common';
import type { DeliveryPage, DeliveryQuery } from '@moodline/notify/contract';
import { deliverySchema } from '@moodline/notify/contract';
import { Database, Prisma } from '@moodline/shared/db';
import { InvalidInputError } from '@moodline/shared/http';

/** What was told, by which channel, and how it went. */
@Injectable()
export class DeliveryLog {
  constructor(private readonly database: Database) {}

  /** Newest first. The cursor is the id of the last one of the page before. @throws InvalidInputError */
  async page(workspaceId: number, { cursor, limit, channel }: DeliveryQuery): Promise<DeliveryPage> {
    const before = cursor === undefined ? null : Number(cursor);
    if (before !== null && !Number.isSafeInteger(before))
      throw new InvalidInputError([{ path: ['cursor'], message: 'This is not the cursor of a page.' }]);
    const rows = await this.database.$queryRaw<Record<string, unknown>[]>`
      SELECT d.id, jsonb_build_object('id', c.id, 'name', c.name, 'kind', c.kind) AS channel, d.notice ->> 'title' AS title,
        d.state, d.attempts, d.parts, d.parts_sent AS "partsSent", d.created_at AS "createdAt",
        CASE WHEN d.state = 'queued' THEN d.next_try_at END AS "nextTryAt",
        d.finished_at AS "finishedAt", d.error_code AS "errorCode", d.error_message AS "errorMessage"
      FROM delivery d JOIN channel c ON c.workspace_id = d.workspace_id AND c.id = d.channel_id
      WHERE d.workspace_id = ${workspaceId}
        ${before === null ? Prisma.empty : Prisma.sql`AND d.id < ${before}::bigint`}
        ${channel === undefined ? Prisma.empty : Prisma.sql`AND d.channel_id = ${channel}`}
      ORDER BY d.id DESC LIMIT ${limit + 1}::int`;
    const items = rows.slice(0, limit).map((row) => deliverySchema.parse(withTimes(row)));
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.id) : null };
  }
}

const withTimes = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
