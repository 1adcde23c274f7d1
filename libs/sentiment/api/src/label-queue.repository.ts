import { Injectable } from '@nestjs/common';
import { arrayParameter, Database, Prisma, type Transaction } from '@moodline/shared/db';
import { commentsWithText, JOIN_COMMENT_OF_TAKEN, TO_LABEL, type CommentToLabel } from './comments-to-label.query';

/** A comment taken by a worker until its lease runs out. */
export interface ClaimedComment extends CommentToLabel {
  readonly workspaceId: number;
  readonly commentId: number;
  readonly attempts: number;
}

/** Comments that wait for their label. Who deletes the task of a comment may store its label. */
@Injectable()
export class LabelQueue {
  constructor(private readonly database: Database) {}

  /** Puts comments into the queue, new ones in the transaction that stores them. Without a text there is nothing to label. */
  async enqueue(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    await transaction.$executeRaw`
      INSERT INTO label_task (workspace_id, comment_id, published_at)
      ${commentsWithText(workspaceId, commentIds)}
      ON CONFLICT DO NOTHING`;
  }

  /**
   * Takes comments for labelling, newest first. Rows another worker holds are passed over; a lease that ran out
   * (its worker died or hangs) is free again.
   */
  async claim(limit: number, leaseSeconds: number): Promise<ClaimedComment[]> {
    return this.database.$queryRaw<ClaimedComment[]>`
      WITH free AS (
        SELECT workspace_id, comment_id FROM label_task WHERE lease_until IS NULL OR lease_until < now()
        ORDER BY workspace_id DESC, published_at DESC LIMIT ${limit} FOR UPDATE SKIP LOCKED
      ), taken AS (
        UPDATE label_task t SET lease_until = now() + make_interval(secs => ${leaseSeconds}::int), attempts = t.attempts + 1
        FROM free WHERE t.workspace_id = free.workspace_id AND t.comment_id = free.comment_id
        RETURNING t.workspace_id, t.comment_id, t.attempts
      )
      SELECT taken.workspace_id AS "workspaceId", taken.comment_id AS "commentId", taken.attempts, ${TO_LABEL}
      FROM taken ${JOIN_COMMENT_OF_TAKEN}`;
  }

  /** Keeps comments that are still worked on. A task that is done meanwhile is not there any more and stays so. */
  async renew(claimed: readonly ClaimedComment[], leaseSeconds: number): Promise<void> {
    await this.database.$executeRaw`
      UPDATE label_task t SET lease_until = now() + make_interval(secs => ${leaseSeconds}::int)
      FROM ${these(claimed)}
      WHERE t.workspace_id = these.workspace_id AND t.comment_id = these.comment_id AND t.lease_until IS NOT NULL`;
  }

  /** Gives comments back at once instead of waiting for their lease to run out. */
  async release(claimed: readonly ClaimedComment[], { countAttempt }: { countAttempt: boolean }): Promise<void> {
    await this.database.$executeRaw`
      UPDATE label_task t SET lease_until = NULL, attempts = t.attempts - ${countAttempt ? 0 : 1}::int
      FROM ${these(claimed)}
      WHERE t.workspace_id = these.workspace_id AND t.comment_id = these.comment_id`;
  }
}

const these = (claimed: readonly ClaimedComment[]) => Prisma.sql`unnest(
  ${arrayParameter(claimed.map(({ workspaceId }) => workspaceId))}::int[],
  ${arrayParameter(claimed.map(({ commentId }) => commentId))}::bigint[]) AS these (workspace_id, comment_id)`;
