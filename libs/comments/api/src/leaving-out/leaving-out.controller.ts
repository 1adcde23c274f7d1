import { Controller, Get, Put } from '@nestjs/common';
import {
  type LeaveOut,
  leaveOutSchema,
  type LeavingOut,
  leavingOutSchema,
  type LeavingOutState,
  leavingOutStateSchema,
  type Comment,
  commentSchema,
} from '@moodline/comments/contract';
import {
  type Actor,
  Answers,
  CurrentActor,
  LongIdParam,
  NotFoundError,
  RequirePermission,
  ServerEvents,
  ZodBody,
} from '@moodline/shared/http';
import { CommentRepository } from '../comment.repository';
import { LeavingOutRepository } from './leaving-out.repository';

@Controller()
export class LeavingOutController {
  constructor(
    private readonly leavingOut: LeavingOutRepository,
    private readonly comments: CommentRepository,
    private readonly events: ServerEvents,
  ) {}

  @Get('left-out')
  @Answers(leavingOutStateSchema)
  @RequirePermission('workspace.read')
  state(@CurrentActor() { workspaceId }: Actor): Promise<LeavingOutState> {
    return this.leavingOut.state(workspaceId);
  }

  /** Stored comments of accounts that are new or gone are changed before the answer. */
  @Put('left-out')
  @Answers(leavingOutStateSchema)
  @RequirePermission('workspace.write')
  async save(
    @CurrentActor() { workspaceId }: Actor,
    @ZodBody(leavingOutSchema) wanted: LeavingOut,
  ): Promise<LeavingOutState> {
    const { added, removed } = await this.leavingOut.save(workspaceId, wanted);
    for (const account of removed) await this.leavingOut.apply(workspaceId, account, false);
    for (const account of added) await this.leavingOut.apply(workspaceId, account, true);
    this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'corrected' } });
    return this.leavingOut.state(workspaceId);
  }

  @Put('comments/:id/left-out')
  @Answers(commentSchema)
  @RequirePermission('labels.correct')
  async one(
    @CurrentActor() { workspaceId }: Actor,
    @LongIdParam() id: number,
    @ZodBody(leaveOutSchema) { reason }: LeaveOut,
  ): Promise<Comment> {
    const [comment] = (await this.leavingOut.setOne(workspaceId, id, reason))
      ? await this.comments.byIds(workspaceId, [id])
      : [];
    if (!comment) throw new NotFoundError('comment', id);
    this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'corrected' } });
    return comment;
  }
}
