import { Injectable } from '@nestjs/common';
import { GivenTags, type TagProbability } from '@moodline/comments/api';
import { Database, Prisma, type Transaction } from '@moodline/shared/db';
import { retryOnConflict } from '@moodline/shared/work';
import type { StoredApplication, StoredText } from './stored-comments.query';
import { TagTexts } from './tag-texts.query';

/** Ends a transaction whose work was begun anew, or ended, meanwhile. */
class BegunAnewError extends Error {}

/** Where a tag is that is put on comments that were there. */
@Injectable()
export class TagApplications {
  constructor(
    private readonly database: Database,
    private readonly texts: TagTexts,
    private readonly given: GivenTags,
  ) {}

  /** Begins at the newest comment. @param last comments with a higher id come in later and are no stored ones */
  async start(
    workspaceId: number,
    tagId: number,
    { since, last, total }: { since: Date; last: number; total: number },
  ): Promise<void> {
    await this.database.tagLearning.updateMany({
      where: { workspaceId, tagId },
      data: {
        ...{ storedSince: since, storedLast: last, storedTotal: total, storedRead: 0 },
        ...{ storedAt: null, storedId: null, storedEndedAt: null },
      },
    });
  }

  /**
   * Keeps what a head says of a batch, and how far the reading went, in one transaction. Nothing is kept of comments whose text is not the
   * one that was read, and nothing at all where the work was begun anew or goes on elsewhere.
   * @param batch none: it is at its end
   */
  async keep(
    application: StoredApplication,
    batch: readonly StoredText[],
    { from, told }: { readonly from: number; readonly told: readonly TagProbability[] },
  ): Promise<void> {
    const { workspaceId, tagId } = application;
    try {
      await retryOnConflict(() =>
        this.database.$transaction(async (transaction) => {
          const there = await this.texts.unchanged(transaction, workspaceId, batch);
          const kept = told.filter(({ commentId }) => there.has(commentId));
          await this.given.keep(transaction, workspaceId, [{ tagId, given: 'stored', from, told: kept }]);
          if (!(await advance(transaction, application, batch))) throw new BegunAnewError();
        }),
      );
    } catch (error) {
      if (!(error instanceof BegunAnewError)) throw error;
    }
  }
}

/** @returns false when the work was begun anew, or goes on elsewhere */
async function advance(
  transaction: Transaction,
  { workspaceId, tagId, version, at, last }: StoredApplication,
  read: readonly StoredText[],
): Promise<boolean> {
  const end = read.at(-1);
  const change = end
    ? Prisma.sql`stored_at = ${end.publishedAt}, stored_id = ${end.commentId}::bigint, stored_read = stored_read + ${read.length}`
    : Prisma.sql`stored_ended_at = now()`;
  const changed = await transaction.$executeRaw`
    UPDATE tag_learning SET ${change}
    WHERE workspace_id = ${workspaceId} AND tag_id = ${tagId} AND version_in_force = ${version}
      AND stored_last = ${last}::bigint AND stored_at IS NOT DISTINCT FROM ${at}::timestamptz`;
  return changed > 0;
}
