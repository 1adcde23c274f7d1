import { Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  forgetSchema,
  retentionPreviewQuerySchema,
  retentionSchema,
  type Forget,
  type ForgetPreview,
  type ForgetResult,
  type Privacy,
  type Retention,
  type RetentionPreview,
  type RetentionPreviewQuery,
} from '@moodline/comments/contract';
import { type Actor, CurrentActor, LongIdParam, RequirePermission, ZodBody, ZodQuery } from '@moodline/shared/http';
import { CommentForgetter } from './comment-forgetter';
import { ForgottenRepository } from './forgotten.repository';
import { RetentionKeeper } from './retention-keeper';

@Controller()
export class PrivacyController {
  constructor(
    private readonly forgetter: CommentForgetter,
    private readonly forgotten: ForgottenRepository,
    private readonly retention: RetentionKeeper,
  ) {}

  @Get('privacy')
  @RequirePermission('workspace.read')
  async privacy(@CurrentActor() { workspaceId }: Actor): Promise<Privacy> {
    return { ...(await this.retention.state(workspaceId)), forgotten: await this.forgotten.counts(workspaceId) };
  }

  @Get('privacy/retention/preview')
  @RequirePermission('workspace.write')
  preview(
    @CurrentActor() { workspaceId }: Actor,
    @ZodQuery(retentionPreviewQuerySchema) { days }: RetentionPreviewQuery,
  ): Promise<RetentionPreview> {
    return this.retention.preview(workspaceId, days);
  }

  /** Answers at once; what is too old is erased in the background. */
  @Put('privacy/retention')
  @HttpCode(204)
  @RequirePermission('comments.forget')
  change(@CurrentActor() { workspaceId }: Actor, @ZodBody(retentionSchema) { days }: Retention): Promise<void> {
    return this.retention.change(workspaceId, days);
  }

  @Get('comments/:id/forget')
  @RequirePermission('comments.forget')
  forgetPreview(@CurrentActor() { workspaceId }: Actor, @LongIdParam() id: number): Promise<ForgetPreview> {
    return this.forgetter.preview(workspaceId, id);
  }

  @Post('comments/:id/forget')
  @HttpCode(200)
  @RequirePermission('comments.forget')
  forget(
    @CurrentActor() { workspaceId }: Actor,
    @LongIdParam() id: number,
    @ZodBody(forgetSchema) { scope }: Forget,
  ): Promise<ForgetResult> {
    return this.forgetter.forget(workspaceId, id, scope);
  }
}
