import { Controller, Get, HttpCode, Put } from '@nestjs/common';
import {
  digestPageSchema,
  digestQuerySchema,
  digestSettingsSchema,
  type DigestPage,
  type DigestQuery,
  type DigestSettings,
} from '@moodline/reports/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  RequirePermission,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import { DigestsQuery } from '../queries/digests.query';
import { DigestKeeper } from './digest-keeper';
import { DigestRepository } from './digest.repository';

@Controller('digests')
export class DigestsController {
  constructor(
    private readonly digests: DigestRepository,
    private readonly query: DigestsQuery,
    private readonly keeper: DigestKeeper,
  ) {}

  /** Summaries that were written by the clock, newest first. */
  @Get()
  @Answers(digestPageSchema)
  @RequirePermission('reports.read')
  page(@CurrentActor() actor: Actor, @ZodQuery(digestQuerySchema) query: DigestQuery): Promise<DigestPage> {
    return this.query.page(actor.workspaceId, query);
  }

  /** Whether they are written, and in which language. */
  @Get('settings')
  @Answers(digestSettingsSchema)
  @RequirePermission('reports.read')
  settings(@CurrentActor() actor: Actor): Promise<DigestSettings> {
    return this.digests.settings(actor.workspaceId);
  }

  /** Switches them on, in a language, or off; what was written stays. */
  @Put('settings')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('reports.write')
  change(@CurrentActor() actor: Actor, @ZodBody(digestSettingsSchema) settings: DigestSettings): Promise<void> {
    return this.keeper.change(actor.workspaceId, settings);
  }
}
