import { Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import {
  type SavedView,
  savedViewSchema,
  type SaveView,
  saveViewSchema,
  type StartPage,
  startPageSchema,
  type UpdateView,
  updateViewSchema,
} from '@moodline/accounts/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import * as z from 'zod';
import { SavedViewRepository } from './saved-view.repository';

@Controller()
export class ViewsController {
  constructor(private readonly views: SavedViewRepository) {}

  /** Pages that one saved, and those that others share. */
  @Get('views')
  @Answers(z.array(savedViewSchema))
  @RequirePermission('workspace.read')
  list(@CurrentActor() actor: Actor): Promise<SavedView[]> {
    return this.views.list(actor);
  }

  /** Saves a page under a name. */
  @Post('views')
  @Answers(z.object({ id: z.number().int() }))
  @RequirePermission('account.write')
  async save(@CurrentActor() actor: Actor, @ZodBody(saveViewSchema) view: SaveView): Promise<{ id: number }> {
    return { id: await this.views.save(actor, view) };
  }

  /** Shares one's own view with the workspace, or takes that back. */
  @Patch('views/:id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('account.write')
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(updateViewSchema) change: UpdateView,
  ): Promise<void> {
    return this.views.update(actor, id, change);
  }

  @Delete('views/:id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('account.write')
  remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.views.remove(actor, id);
  }

  /** With which view the dashboard opens for oneself. */
  @Put('start-page')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('account.write')
  setStart(@CurrentActor() actor: Actor, @ZodBody(startPageSchema) { view }: StartPage): Promise<void> {
    return this.views.setStart(actor, view);
  }
}
