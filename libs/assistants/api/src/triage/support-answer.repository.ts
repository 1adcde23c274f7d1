import { Injectable } from '@nestjs/common';
import type { SaveAnswer } from '@moodline/assistants/contract';
import { CommentWork } from '@moodline/comments/api';
import type { Worked } from '@moodline/comments/contract';
import { arrayParameter, Database, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { retryOnConflict } from '@moodline/shared/work';

/** Who writes an answer. */
export interface Answering {
  readonly workspaceId: number;
  readonly userId: number;
}

/** Answers that people approve, and say that they gave. */
@Injectable()
export class SupportAnswers {
  constructor(
    private readonly database: Database,
    private readonly work: CommentWork,
  ) {}

  /**
   * Keeps an answer, and the comment as open; with `answered` as given and done, in one transaction.
   * @returns how the comment stood before @throws NotFoundError where it is gone or has lost its text
   */
  save(by: Answering, commentId: number, { text, from, answered }: SaveAnswer): Promise<Worked> {
    const { workspaceId, userId } = by;
    return retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        const state = answered ? 'done' : 'open';
        const [before] = await this.work.changeIn(transaction, by, [{ id: commentId, state }]);
        if (!before) throw new NotFoundError('comment', commentId);
        const now = new Date();
        const given = answered ? { answeredBy: userId, answeredAt: now } : { answeredBy: null, answeredAt: null };
        const approved = { text, origin: from, approvedBy: userId, approvedAt: now };
        const where = { workspaceId_commentId: { workspaceId, commentId } };
        const kept = await transaction.supportAnswer.findUnique({ where });
        // Who approved the same words keeps having done so.
        const same = kept?.text === text ? {} : approved;
        await transaction.supportAnswer.upsert({
          where,
          create: { workspaceId, commentId, ...approved, ...given },
          update: { ...same, ...given },
        });
        return before;
      }),
    );
  }

  /** Takes an answer back, as if nobody had approved or given it. @throws NotFoundError */
  async remove(workspaceId: number, commentId: number): Promise<void> {
    const { count } = await this.database.supportAnswer.deleteMany({ where: { workspaceId, commentId } });
    if (!count) throw new NotFoundError('answer', commentId);
  }

  /** Takes along the answers of comments that go or lose their text. */
  async forget(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    await transaction.$executeRaw`
      DELETE FROM support_answer
      WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${arrayParameter(commentIds)}::bigint[])`;
  }
}
