import { Controller, Delete, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import {
  type CheckModel,
  checkModelSchema,
  type ModelCheckResult,
  modelCheckSchema,
  type ModelDownload,
  modelDownloadSchema,
  type ModelSettings,
  modelSettingsSchema,
  type ModelsStatus,
  modelsStatusSchema,
  type StartDownload,
  startDownloadSchema,
  type UpdateModelSettings,
  updateModelSettingsSchema,
} from '@moodline/language-model/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  DomainError,
  IdParam,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import type { Response } from 'express';
import * as z from 'zod';
import { ModelDownloads } from './backends/hub/model-downloads';
import { ModelBackends } from './backends/model-backends';
import { ModelChecker } from './model-checker';
import { ModelSettingsEditor } from './model-settings';

/** Which model does what: settings, check, downloads. */
@Controller('models')
export class ModelsController {
  constructor(
    private readonly editor: ModelSettingsEditor,
    private readonly backends: ModelBackends,
    private readonly checker: ModelChecker,
    private readonly downloads: ModelDownloads,
  ) {}

  @Get('settings')
  @Answers(modelSettingsSchema)
  @RequirePermission('workspace.read')
  settings(@CurrentActor() actor: Actor): Promise<ModelSettings> {
    return this.editor.show(actor.workspaceId);
  }

  /** Stores a choice. The model takes over when it is there and answers; `GET status` tells how far it is. */
  @Put('settings')
  @Answers(modelSettingsSchema)
  @RequirePermission('workspace.write')
  async change(
    @CurrentActor() actor: Actor,
    @ZodBody(updateModelSettingsSchema) change: UpdateModelSettings,
  ): Promise<ModelSettings> {
    const settings = await this.editor.change(actor.workspaceId, change);
    await this.backends.follow(true);
    return settings;
  }

  @Get('status')
  @Answers(modelsStatusSchema)
  @RequirePermission('workspace.read')
  status(@CurrentActor() actor: Actor): ModelsStatus {
    return {
      label: this.backends.status('label'),
      write: this.backends.status('write'),
      downloads: this.downloads.list(actor.workspaceId),
    };
  }

  /** Has a model choose and write with settings that are not stored. */
  @Post('check')
  @Answers(modelCheckSchema)
  @HttpCode(200)
  @RequirePermission('workspace.write')
  check(
    @CurrentActor() actor: Actor,
    @ZodBody(checkModelSchema) { choice }: CheckModel,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ModelCheckResult> {
    const gone = new AbortController();
    response.once('close', () => gone.abort(new DomainError('client-gone', 'Nobody waits for the answer any more.')));
    return this.checker.check(actor.workspaceId, choice, gone.signal);
  }

  /** Newest first, as long as this process lives. */
  @Get('downloads')
  @Answers(z.array(modelDownloadSchema))
  @RequirePermission('workspace.read')
  list(@CurrentActor() actor: Actor): ModelDownload[] {
    return this.downloads.list(actor.workspaceId);
  }

  /** Begins to fetch a model of the hub; the event `model-download` tells how far it is. */
  @Post('downloads')
  @Answers(modelDownloadSchema)
  @HttpCode(202)
  @RequirePermission('workspace.write')
  download(@CurrentActor() actor: Actor, @ZodBody(startDownloadSchema) wanted: StartDownload): ModelDownload {
    return this.downloads.start(actor.workspaceId, wanted);
  }

  /** Stops a download. What has arrived is kept for the next try. */
  @Delete('downloads/:id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('workspace.write')
  cancel(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.downloads.cancel(actor.workspaceId, id);
  }
}
