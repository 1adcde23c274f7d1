import { Injectable } from '@nestjs/common';
import type { Comment, Facet } from '@moodline/comments/contract';
import { CommentRepository } from '@moodline/comments/api';
import type { CorrectLabel } from '@moodline/sentiment/contract';
import { NotFoundError, ServerEvents, type Actor } from '@moodline/shared/http';
import { LabelStore } from '../label-store.repository';

/** Lets people say what a comment is. Their word counts from then on; the machine's label stays beside it. */
@Injectable()
export class LabelCorrector {
  constructor(
    private readonly labels: LabelStore,
    private readonly comments: CommentRepository,
    private readonly events: ServerEvents,
  ) {}

  /** @returns the comment as it is shown now @throws NotFoundError when there is no such comment */
  async correct(
    { workspaceId, userId }: Actor,
    commentId: number,
    { label, reason, asked }: CorrectLabel,
  ): Promise<Comment> {
    const found = await this.labels.correct(workspaceId, commentId, { label, userId, reason: reason ?? null, asked });
    return this.changed(workspaceId, commentId, found);
  }

  /** Takes back what a person said; where nobody said anything, nothing changes. @returns as {@link correct} */
  async withdraw({ workspaceId }: Actor, commentId: number): Promise<Comment> {
    return this.changed(workspaceId, commentId, await this.labels.withdraw(workspaceId, commentId));
  }

  /** What a person says of a comment's emotion or kind counts from then on; null takes it back. @returns as {@link correct} */
  async sayFacet(actor: Actor, commentId: number, facet: Facet, value: string | null): Promise<Comment> {
    const { workspaceId, userId } = actor;
    return this.changed(
      workspaceId,
      commentId,
      await this.labels.sayFacet(workspaceId, commentId, { facet, value, userId }),
    );
  }

  private async changed(workspaceId: number, commentId: number, found: boolean): Promise<Comment> {
    const [comment] = found ? await this.comments.byIds(workspaceId, [commentId]) : [];
    if (!comment) throw new NotFoundError('comment', commentId);
    this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'corrected' } });
    return comment;
  }
}
