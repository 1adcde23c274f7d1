import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  type Relabelling,
  type RelabellingPreview,
  relabellingPreviewSchema,
  type RelabellingRequest,
  relabellingRequestSchema,
  relabellingSchema,
  type RelabellingScope,
  relabellingScopeSchema,
  relabellingSwitchSchema,
} from '@moodline/sentiment/contract';
import {
  type Actor,
  Answers,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import * as z from 'zod';
import { RelabellingPlanner } from './relabelling-planner';
import { RelabellingViewer } from './relabelling-viewer';

@Controller('relabellings')
export class RelabellingController {
  constructor(
    private readonly planner: RelabellingPlanner,
    private readonly viewer: RelabellingViewer,
  ) {}

  @Get()
  @Answers(z.array(relabellingSchema))
  @RequirePermission('roles.read')
  list(@CurrentActor() actor: Actor): Promise<Relabelling[]> {
    return this.viewer.list(actor.workspaceId);
  }

  /** How much a re-labelling would have to do. */
  @Get('scope')
  @Answers(relabellingScopeSchema)
  @RequirePermission('roles.read')
  scope(
    @CurrentActor() actor: Actor,
    @ZodQuery(relabellingRequestSchema) wanted: RelabellingRequest,
  ): Promise<RelabellingScope> {
    return this.planner.scope(actor.workspaceId, wanted);
  }

  /** How far it is, and what the switch would change. */
  @Get(':id')
  @Answers(relabellingPreviewSchema)
  @RequirePermission('roles.read')
  preview(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<RelabellingPreview> {
    return this.viewer.preview(actor.workspaceId, id);
  }

  @Post()
  @Answers(relabellingSchema)
  @RequirePermission('roles.write')
  start(
    @CurrentActor() actor: Actor,
    @ZodBody(relabellingRequestSchema) wanted: RelabellingRequest,
  ): Promise<Relabelling> {
    return this.planner.start(actor, wanted);
  }

  @Post(':id/cancel')
  @Answers(relabellingSchema)
  @HttpCode(200)
  @RequirePermission('roles.write')
  cancel(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Relabelling> {
    return this.planner.cancel(actor.workspaceId, id);
  }

  @Post(':id/resume')
  @Answers(relabellingSchema)
  @HttpCode(200)
  @RequirePermission('roles.write')
  resume(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Relabelling> {
    return this.planner.resume(actor.workspaceId, id);
  }

  @Post(':id/switch')
  @Answers(relabellingSchema)
  @HttpCode(200)
  @RequirePermission('roles.write')
  switch(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(relabellingSwitchSchema) confirmation: { confirmWithoutEvaluation: boolean },
  ): Promise<Relabelling> {
    return this.planner.switch(actor, id, confirmation);
  }

  @Post(':id/discard')
  @Answers(relabellingSchema)
  @HttpCode(200)
  @RequirePermission('roles.write')
  discard(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Relabelling> {
    return this.planner.discard(actor.workspaceId, id);
  }
}
