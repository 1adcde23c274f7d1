import { Inject, Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { retryOnConflict } from '@moodline/shared/work';
import { AUTHOR_KEY, CommentIntake } from '../comment-intake.repository';
import { handGroupsOver } from '../duplicate-groups.repository';
import { blockIntake } from './forgotten-filter.repository';
import { erasedExternalId } from './keyed-hash';
import { RetentionCountQuery, type RetentionCount } from './retention-count.query';
import { WAITS_FOR_LABEL } from './waits-for-label.query';

/** Texts that came in before an instant, in a workspace. */
export interface Expired {
  readonly workspaceId: number;
  readonly before: Date;
}

export interface ErasedSlice {
  readonly erased: number;
  /** Where the next slice begins; null when there is none. */
  readonly next: number | null;
}

/** Comments erased in one transaction. */
const SLICE = 2000;

/** How long texts are kept, and the erasing of those that are too old. */
@Injectable()
export class RetentionRepository {
  constructor(
    private readonly database: Database,
    private readonly intake: CommentIntake,
    @Inject(AUTHOR_KEY) private readonly key: Buffer,
  ) {}

  async days(workspaceId: number): Promise<number | null> {
    return (await this.database.retention.findUnique({ where: { workspaceId } }))?.days ?? null;
  }

  /** The row stays when retention ends: what it has erased is recognised by it. */
  async save(workspaceId: number, days: number | null, changedAt: Date): Promise<void> {
    await this.database.retention.upsert({
      where: { workspaceId },
      create: { workspaceId, days, changedAt },
      update: { days, changedAt },
    });
  }

  /** Every workspace that keeps texts for a time only. */
  async all(): Promise<{ workspaceId: number; days: number }[]> {
    const rows = await this.database.retention.findMany({ where: { days: { not: null } } });
    return rows.map(({ workspaceId, days }) => ({ workspaceId, days: days ?? 0 }));
  }

  /** What is old enough by now, and what is not. Large numbers are estimates. */
  count({ workspaceId, before }: Expired): Promise<RetentionCount> {
    return new RetentionCountQuery(this.database).count(workspaceId, before);
  }

  /**
   * Erases a slice: text, text hash, author, address and parent go, the id at the source becomes a keyed hash. Labels, time, source,
   * language and engagement stay, and with them every count.
   * @param after the `next` of the slice before
   */
  async eraseSlice({ workspaceId, before }: Expired, after: number, now: Date): Promise<ErasedSlice> {
    return retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        // Who stores one of these at the same time would not find it erased yet, and wait for it in the unique index: it came again.
        await blockIntake(transaction, workspaceId);
        const found = await transaction.$queryRaw<{ id: number; sourceId: number; externalId: string }[]>`
        SELECT c.id, c.source_id AS "sourceId", c.external_id AS "externalId" FROM comment c
        WHERE c.workspace_id = ${workspaceId} AND c.id > ${after} AND c.erased_at IS NULL AND c.fetched_at < ${before} AND NOT ${WAITS_FOR_LABEL}
        ORDER BY c.id LIMIT ${SLICE} FOR UPDATE SKIP LOCKED`;
        const ids = found.map(({ id }) => id);
        if (!ids.length) return { erased: 0, next: null };
        // The prints of a text are a part of it; the group of its copies goes on without it.
        await handGroupsOver(transaction, workspaceId, { ids, leaving: Prisma.sql`id = ANY(${ids}::bigint[])` });
        const externalIds = found.map(({ sourceId, externalId }) => erasedExternalId(this.key, sourceId, externalId));
        await erase(transaction, { workspaceId, ids, externalIds, now });
        await this.intake.tellErasing(transaction, workspaceId, ids);
        return { erased: ids.length, next: ids.length < SLICE ? null : (ids.at(-1) ?? null) };
      }),
    );
  }
}

async function erase(
  transaction: Transaction,
  { workspaceId, ids, externalIds, now }: { workspaceId: number; ids: number[]; externalIds: string[]; now: Date },
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE comment c SET text = '', search_text = NULL, text_hash = '', author_hash = NULL, permalink = NULL, parent_external_id = NULL, external_id = erased.external_id, erased_at = ${now}
    FROM unnest(${ids}::bigint[], ${externalIds}::text[]) AS erased (id, external_id) WHERE c.workspace_id = ${workspaceId} AND c.id = erased.id`;
  // Which words a monitor found in a text is a part of that text.
  await transaction.$executeRaw`UPDATE comment_monitor SET words = '{}' WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${ids}::bigint[])`;
}
