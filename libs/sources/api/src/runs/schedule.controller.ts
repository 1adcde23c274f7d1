import { Controller, HttpCode, Post } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import { type Actor, Answers, CurrentActor, RequirePermission, ZodBody } from '@moodline/shared/http';
import {
  type SchedulePreview,
  type SchedulePreviewQuery,
  schedulePreviewQuerySchema,
  schedulePreviewSchema,
} from '@moodline/sources/contract';
import { checkSchedule, firstRunTimes } from './schedule';

@Controller('sources/schedule')
export class ScheduleController {
  constructor(private readonly comments: CommentRepository) {}

  /** When a schedule would come, or why it cannot be kept. */
  @Post('preview')
  @Answers(schedulePreviewSchema)
  @HttpCode(200)
  @RequirePermission('sources.read')
  async preview(
    @CurrentActor() actor: Actor,
    @ZodBody(schedulePreviewQuerySchema) { schedule }: SchedulePreviewQuery,
  ): Promise<SchedulePreview> {
    checkSchedule(schedule);
    const timeZone = await this.comments.timeZone(actor.workspaceId);
    return { nextRuns: firstRunTimes(schedule, new Date(), { timeZone }).map((time) => time.toISOString()), timeZone };
  }
}
