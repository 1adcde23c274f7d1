import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import {
  type Forget,
  type ForgetPreview,
  forgetPreviewSchema,
  type ForgetResult,
  forgetResultSchema,
  forgetSchema,
  forgottenEntrySchema,
  type Privacy,
  privacySchema,
  type Retention,
  type RetentionPreview,
  type RetentionPreviewQuery,
  retentionPreviewQuerySchema,
  retentionPreviewSchema,
  retentionSchema,
} from '@moodline/comments/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  AnswersStream,
  CurrentActor,
  LongIdParam,
  RequirePermission,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import type { Response } from 'express';
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
  @Answers(privacySchema)
  @RequirePermission('workspace.read')
  async privacy(@CurrentActor() { workspaceId }: Actor): Promise<Privacy> {
    return { ...(await this.retention.state(workspaceId)), forgotten: await this.forgotten.counts(workspaceId) };
  }

  /** The list of who and what was forgotten, as keyed hashes, for a restore into an empty folder. */
  @Get('privacy/forgotten/export')
  @AnswersStream('application/x-ndjson', forgottenEntrySchema)
  @RequirePermission('comments.forget')
  async forgottenList(@CurrentActor() { workspaceId }: Actor, @Res() response: Response): Promise<void> {
    response.set({
      'Content-Type': 'application/x-ndjson',
      'Content-Disposition': 'attachment; filename="moodline-forgotten.jsonl"',
    });
    await pipeline(Readable.from(this.lines(workspaceId)), response);
  }

  @Get('privacy/retention/preview')
  @Answers(retentionPreviewSchema)
  @RequirePermission('workspace.write')
  preview(
    @CurrentActor() { workspaceId }: Actor,
    @ZodQuery(retentionPreviewQuerySchema) { days }: RetentionPreviewQuery,
  ): Promise<RetentionPreview> {
    return this.retention.preview(workspaceId, days);
  }

  /** Answers at once; what is too old is erased in the background. */
  @Put('privacy/retention')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('comments.forget')
  change(@CurrentActor() { workspaceId }: Actor, @ZodBody(retentionSchema) { days }: Retention): Promise<void> {
    return this.retention.change(workspaceId, days);
  }

  @Get('comments/:id/forget')
  @Answers(forgetPreviewSchema)
  @RequirePermission('comments.forget')
  forgetPreview(@CurrentActor() { workspaceId }: Actor, @LongIdParam() id: number): Promise<ForgetPreview> {
    return this.forgetter.preview(workspaceId, id);
  }

  @Post('comments/:id/forget')
  @Answers(forgetResultSchema)
  @HttpCode(200)
  @RequirePermission('comments.forget')
  forget(
    @CurrentActor() { workspaceId }: Actor,
    @LongIdParam() id: number,
    @ZodBody(forgetSchema) { scope }: Forget,
  ): Promise<ForgetResult> {
    return this.forgetter.forget(workspaceId, id, scope);
  }

  private async *lines(workspaceId: number): AsyncGenerator<string> {
    for await (const line of this.forgotten.list(workspaceId)) yield `${JSON.stringify(line)}\n`;
  }
}
