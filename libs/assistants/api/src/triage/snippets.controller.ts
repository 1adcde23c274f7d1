import { Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { saveSnippetSchema, snippetSchema, type SaveSnippet, type Snippet } from '@moodline/assistants/contract';
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
import { SupportSettings } from './support-settings.repository';

/** Answers that are written once for what comes again. */
@Controller('triage/snippets')
export class SnippetsController {
  constructor(private readonly settings: SupportSettings) {}

  @Get()
  @Answers(z.array(snippetSchema))
  @RequirePermission('comments.read')
  all(@CurrentActor() actor: Actor): Promise<Snippet[]> {
    return this.settings.snippets(actor.workspaceId);
  }

  @Post()
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('labels.correct')
  add(@CurrentActor() actor: Actor, @ZodBody(saveSnippetSchema) snippet: SaveSnippet): Promise<void> {
    return this.settings.addSnippet(actor.workspaceId, snippet);
  }

  @Put(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('labels.correct')
  save(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(saveSnippetSchema) snippet: SaveSnippet,
  ): Promise<void> {
    return this.settings.saveSnippet(actor.workspaceId, id, snippet);
  }

  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('labels.correct')
  remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.settings.removeSnippet(actor.workspaceId, id);
  }
}
