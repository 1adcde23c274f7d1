import { Controller, Delete, Get, HttpCode, Patch, Post, Res } from '@nestjs/common';
import { pageQuerySchema, type PageQuery } from '@moodline/shared/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import {
  type CheckSource,
  checkSourceSchema,
  type CreateSource,
  createSourceSchema,
  type RemoveSource,
  removeSourceSchema,
  type Run,
  type RunPage,
  runPageSchema,
  runSchema,
  type Source,
  type SourceCheck,
  sourceCheckSchema,
  type SourceKind,
  sourceKindSchema,
  sourceSchema,
  type UpdateSource,
  updateSourceSchema,
} from '@moodline/sources/contract';
import type { Response } from 'express';
import * as z from 'zod';
import { ConnectorRegistry } from '../connectors/connector-registry';
import { SourceError } from '../connectors/source.errors';
import { CrawlScheduler } from '../runs/crawl-scheduler';
import { SourceListQuery } from '../queries/source-list.query';
import { RunRepository } from '../runs/runs.repository';
import { forActor } from './hidden-address';
import { SourceEditor } from './source-editor';
import { SourceRemoval } from './source-removal';
import { SourceRepository } from './sources.repository';

@Controller('sources')
export class SourcesController {
  constructor(
    private readonly list: SourceListQuery,
    private readonly sources: SourceRepository,
    private readonly editor: SourceEditor,
    private readonly runs: RunRepository,
    private readonly scheduler: CrawlScheduler,
    private readonly removal: SourceRemoval,
    private readonly connectors: ConnectorRegistry,
  ) {}

  @Get()
  @Answers(z.array(sourceSchema))
  @RequirePermission('sources.read')
  async all(@CurrentActor() actor: Actor): Promise<Source[]> {
    return (await this.list.all(actor.workspaceId)).map((source) => forActor(source, actor));
  }

  /** What can be read, and what a form needs to ask for it. */
  @Get('kinds')
  @Answers(z.array(sourceKindSchema))
  @RequirePermission('sources.read')
  kinds(): SourceKind[] {
    return this.connectors.kinds();
  }

  @Post()
  @Answers(sourceSchema)
  @RequirePermission('sources.write')
  create(@CurrentActor() actor: Actor, @ZodBody(createSourceSchema) source: CreateSource): Promise<Source> {
    return this.editor.add(actor.workspaceId, source);
  }

  /** Reads a source without keeping anything of it. */
  @Post('check')
  @Answers(sourceCheckSchema)
  @HttpCode(200)
  @RequirePermission('sources.write')
  check(
    @CurrentActor() actor: Actor,
    @ZodBody(checkSourceSchema) source: CheckSource,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SourceCheck> {
    const gone = new AbortController();
    response.once('close', () => gone.abort(new SourceError('client-gone', 'Nobody waits for the answer any more.')));
    return this.editor.check(actor.workspaceId, source, gone.signal);
  }

  @Patch(':id')
  @Answers(sourceSchema)
  @RequirePermission('sources.write')
  change(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(updateSourceSchema) change: UpdateSource,
  ): Promise<Source> {
    return this.editor.change(actor.workspaceId, id, change);
  }

  /** Removes the source with all its comments: in ten minutes, in which it can be kept, or beginning now. */
  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('comments.remove')
  remove(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodQuery(removeSourceSchema) when: RemoveSource,
  ): Promise<void> {
    return this.removal.remove(actor.workspaceId, id, when);
  }

  /** Keeps a source that was removed less than ten minutes ago. */
  @Post(':id/keep')
  @Answers(sourceSchema)
  @HttpCode(200)
  @RequirePermission('comments.remove')
  async keep(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Source> {
    await this.removal.keep(actor.workspaceId, id);
    return this.list.one(actor.workspaceId, id);
  }

  /** Its runs, newest first. */
  @Get(':id/runs')
  @Answers(runPageSchema)
  @RequirePermission('sources.read')
  async history(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodQuery(pageQuerySchema) page: PageQuery,
  ): Promise<RunPage> {
    await this.sources.find(actor.workspaceId, id);
    return this.runs.page(actor.workspaceId, id, page);
  }

  /** Starts a run now; the answer is the run as it begins. */
  @Post(':id/runs')
  @Answers(runSchema)
  @HttpCode(202)
  @RequirePermission('sources.write')
  async run(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Run> {
    return this.scheduler.runNow(await this.sources.find(actor.workspaceId, id));
  }
}
