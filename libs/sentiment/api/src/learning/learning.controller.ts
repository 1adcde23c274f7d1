import { Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  type AdoptionEffort,
  adoptionEffortSchema,
  type AdoptProposal,
  adoptProposalSchema,
  type Learning,
  learningSchema,
  type LearningSetting,
  learningSettingSchema,
} from '@moodline/sentiment/contract';
import { type Actor, Answers, CurrentActor, IdParam, RequirePermission, ZodBody } from '@moodline/shared/http';
import { AdoptionEffortReader } from './adoption-effort';
import { HeadAdopter } from './head-adopter';
import { HeadProposals } from './head-proposals.repository';
import { LearningReader } from './learning-reader';

@Controller('learning')
export class LearningController {
  constructor(
    private readonly reader: LearningReader,
    private readonly proposals: HeadProposals,
    private readonly adopter: HeadAdopter,
    private readonly effort: AdoptionEffortReader,
  ) {}

  /** What the workspace has learned from what its people say of comments, and what that would change. */
  @Get()
  @Answers(learningSchema)
  @RequirePermission('roles.read')
  read(@CurrentActor() actor: Actor): Promise<Learning> {
    return this.reader.read(actor.workspaceId);
  }

  /** How many comments would be labelled again by a proposed head, and how fast. Measured for a second or two where that is not known. */
  @Get('effort')
  @Answers(adoptionEffortSchema)
  @RequirePermission('roles.read')
  readEffort(@CurrentActor() { workspaceId }: Actor): Promise<AdoptionEffort> {
    return this.effort.read(workspaceId);
  }

  /** Whether a head that is worth it is put in force without a click. */
  @Put()
  @Answers(learningSchema)
  @RequirePermission('roles.write')
  async set(
    @CurrentActor() { workspaceId, userId }: Actor,
    @ZodBody(learningSettingSchema) { automatic }: LearningSetting,
  ): Promise<Learning> {
    await this.proposals.keepSetting(workspaceId, { automatic, userId });
    return this.reader.read(workspaceId);
  }

  /** Lets a worker learn as soon as it can. */
  @Post('start')
  @Answers(learningSchema)
  @HttpCode(202)
  @RequirePermission('roles.write')
  async start(@CurrentActor() { workspaceId }: Actor): Promise<Learning> {
    await this.proposals.keepSetting(workspaceId, { wantedAt: new Date() });
    return this.reader.read(workspaceId);
  }

  /** Makes a version of a proposed head and lets it label. */
  @Post('proposals/:id/adopt')
  @Answers(learningSchema)
  @HttpCode(200)
  @RequirePermission('roles.write')
  async adopt(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(adoptProposalSchema) { days }: AdoptProposal,
  ): Promise<Learning> {
    await this.adopter.adopt(actor, id, days);
    return this.reader.read(actor.workspaceId);
  }

  @Post('proposals/:id/decline')
  @Answers(learningSchema)
  @HttpCode(200)
  @RequirePermission('roles.write')
  async decline(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Learning> {
    await this.adopter.decline(actor, id);
    return this.reader.read(actor.workspaceId);
  }
}
