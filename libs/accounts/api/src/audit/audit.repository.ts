import { Injectable } from '@nestjs/common';
import type { AuditEvent, AuditPage, AuditQuery } from '@moodline/accounts/contract';
import { Database, type Prisma } from '@moodline/shared/db';

/** Something that is to be written down. */
export interface NewAuditEvent extends Omit<AuditEvent, 'id' | 'at'> {
  readonly workspaceId: number;
  readonly userId: number | null;
}

const PAGE = 500;

/** The audit trail. The database refuses to change or remove what was written. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  async add({ details, ...event }: NewAuditEvent): Promise<void> {
    await this.database.auditEvent.create({ data: { ...event, details: details as Prisma.InputJsonObject } });
  }

  /** All that match, newest first, a page at a time. */
  async *all(workspaceId: number, query: Pick<AuditQuery, 'q' | 'action'>): AsyncGenerator<AuditEvent> {
    let before: number | undefined;
    for (let more = true; more;) {
      const page = await this.page(workspaceId, { ...query, before, limit: PAGE });
      yield* page.items;
      before = page.items.at(-1)?.id;
      more = page.more;
    }
  }

  /** Newest first. */
  async page(workspaceId: number, { q, action, before, limit }: AuditQuery): Promise<AuditPage> {
    const wanted = q?.toLowerCase() ?? '';
    const rows = await this.database.$queryRaw<(Omit<AuditEvent, 'id' | 'at'> & { id: bigint; at: Date })[]>`
      SELECT id, at, action, object, who, by, address, details
      FROM audit_event
      WHERE workspace_id = ${workspaceId}
        AND (${before ?? null}::bigint IS NULL OR id < ${before ?? null}::bigint)
        AND (${action ?? null}::text IS NULL OR action = ${action ?? null}::text)
        AND strpos(lower(concat_ws(' ', who, object, address)), ${wanted}::text) > 0
      ORDER BY id DESC
      LIMIT ${limit + 1}`;
    const items = rows.slice(0, limit).map((row) => ({ ...row, id: Number(row.id), at: row.at.toISOString() }));
    return { items, more: rows.length > limit };
  }
}
