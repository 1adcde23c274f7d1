import { Controller, Delete, Get, HttpCode, Patch, Post, Res } from '@nestjs/common';
import {
  type CreateMonitor,
  createMonitorSchema,
  type Monitor,
  type MonitorPreview,
  type MonitorPreviewQuery,
  monitorPreviewQuerySchema,
  monitorPreviewSchema,
  monitorSchema,
  type UpdateMonitor,
  updateMonitorSchema,
} from '@moodline/comments/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import type { Response } from 'express';
import * as z from 'zod';
import { MonitorPreviewer } from './monitor-preview';
import { MonitorRepository } from './monitor.repository';

@Controller('monitors')
export class MonitorsController {
  constructor(
    private readonly monitors: MonitorRepository,
    private readonly previewer: MonitorPreviewer,
  ) {}

  /** Own ones first. */
  @Get()
  @Answers(z.array(monitorSchema))
  @RequirePermission('monitors.read')
  all(@CurrentActor() actor: Actor): Promise<Monitor[]> {
    return this.monitors.all(actor.workspaceId);
  }

  /** With how far matching is. */
  @Get(':id')
  @Answers(monitorSchema)
  @RequirePermission('monitors.read')
  one(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Monitor> {
    return this.monitors.find(actor.workspaceId, id);
  }

  @Post()
  @Answers(monitorSchema)
  @RequirePermission('monitors.write')
  create(@CurrentActor() actor: Actor, @ZodBody(createMonitorSchema) monitor: CreateMonitor): Promise<Monitor> {
    return this.monitors.create(actor.workspaceId, monitor);
  }

  /** What rules would take of the stored comments. Ends when the client goes away. */
  @Post('preview')
  @Answers(monitorPreviewSchema)
  @HttpCode(200)
  @RequirePermission('monitors.write')
  preview(
    @CurrentActor() actor: Actor,
    @ZodBody(monitorPreviewQuerySchema) asked: MonitorPreviewQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MonitorPreview> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    return this.previewer.preview(actor.workspaceId, asked, { signal: gone.signal });
  }

  @Patch(':id')
  @Answers(monitorSchema)
  @RequirePermission('monitors.write')
  change(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(updateMonitorSchema) change: UpdateMonitor,
  ): Promise<Monitor> {
    return this.monitors.update(actor.workspaceId, id, change);
  }

  /** Can be undone for some minutes. */
  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('monitors.write')
  remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.monitors.remove(actor.workspaceId, id);
  }

  /** Undoes a removal. */
  @Post(':id/restore')
  @Answers(monitorSchema)
  @HttpCode(200)
  @RequirePermission('monitors.write')
  restore(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Monitor> {
    return this.monitors.restore(actor.workspaceId, id);
  }
}
