import { Injectable } from '@nestjs/common';
import type { SaveAnswer, SendAnswer } from '@moodline/assistants/contract';
import { CommentWork } from '@moodline/comments/api';
import type { Worked } from '@moodline/comments/contract';
import { arrayParameter, Database, type Transaction } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { retryOnConflict } from '@moodline/shared/work';
import { AlreadyAnsweredError, SendingUnclearError } from './triage.errors';

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
        const given = answered
          ? { answeredBy: userId, answeredAt: now, sendingAt: null }
          : { answeredBy: null, answeredAt: null };
        const approved = { text, origin: from, approvedBy: userId, approvedAt: now };
        const where = { workspaceId_commentId: { workspaceId, commentId } };
        const kept = await transaction.supportAnswer.findUnique({ where });
        // What stands at the source cannot be unsaid here.
        if (kept?.sentThrough) throw new AlreadyAnsweredError();
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

  /**
   * Keeps an answer as approved and on its way, before it is sent: whoever sends another one meanwhile, or finds this one after a crash, sees it.
   * @throws NotFoundError where the comment is gone, AlreadyAnsweredError, SendingUnclearError where one is on its way and not sent again on purpose
   */
  beginSending(by: Answering, commentId: number, { text, from, again }: SendAnswer): Promise<void> {
    const { workspaceId, userId } = by;
    return retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        // Locks the comment: two people who send at once come one after the other.
        const [there] = await this.work.changeIn(transaction, by, [{ id: commentId, state: 'open' }]);
        if (!there) throw new NotFoundError('comment', commentId);
        const where = { workspaceId_commentId: { workspaceId, commentId } };
        const kept = await transaction.supportAnswer.findUnique({ where });
        if (kept?.answeredAt) throw new AlreadyAnsweredError();
        if (kept?.sendingAt && !again) throw new SendingUnclearError(kept.sendingAt);
        const now = new Date();
        const approved = { text, origin: from, approvedBy: userId, approvedAt: now, sendingAt: now };
        await transaction.supportAnswer.upsert({
          where,
          create: { workspaceId, commentId, ...approved },
          update: approved,
        });
      }),
    );
  }

  /** Keeps an answer as sent by a person, and the comment as done. One that was taken away meanwhile is told of by its source. */
  sent(by: Answering, commentId: number, { through, link }: { through: string; link: string | null }): Promise<void> {
    const { workspaceId, userId } = by;
    return retryOnConflict(() =>
      this.database.$transaction(async (transaction) => {
        await this.work.changeIn(transaction, by, [{ id: commentId, state: 'done' }]);
        await transaction.supportAnswer.updateMany({
          where: { workspaceId, commentId },
          data: {
            ...{ answeredBy: userId, answeredAt: new Date(), sendingAt: null },
            ...{ sentThrough: through, sentLink: link },
          },
        });
      }),
    );
  }

  /** The source has refused the answer: it is approved, and nothing more. */
  async notSent({ workspaceId }: Answering, commentId: number): Promise<void> {
    await this.database.supportAnswer.updateMany({ where: { workspaceId, commentId }, data: { sendingAt: null } });
  }

  /** Takes an answer back, as if nobody had approved or given it. @throws NotFoundError, AlreadyAnsweredError where it stands at the source */
  async remove(workspaceId: number, commentId: number): Promise<void> {
    const sent = await this.database.supportAnswer.count({
      where: { workspaceId, commentId, sentThrough: { not: null } },
    });
    if (sent) throw new AlreadyAnsweredError();
    const { count } = await this.database.supportAnswer.deleteMany({
      where: { workspaceId, commentId, sentThrough: null },
    });
    if (!count) throw new NotFoundError('answer', commentId);
  }

  /** Takes along the answers of comments that go or lose their text. */
  async forget(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    await transaction.$executeRaw`
      DELETE FROM support_answer
      WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${arrayParameter(commentIds)}::bigint[])`;
  }
}
