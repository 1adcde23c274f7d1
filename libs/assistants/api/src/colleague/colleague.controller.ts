import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import { noteDraftRequestSchema, noteDraftSchema, type NoteDraftRequest } from '@moodline/assistants/contract';
import { type Actor, AnswersStream, AtOnce, CurrentActor, RequirePermission, ZodBody } from '@moodline/shared/http';
import type { Response } from 'express';
import { streamed } from '../streamed';
import { NoteDrafter } from './note-drafter';

/** Mails and summaries made of notes. Nothing is stored. */
@Controller('colleague')
export class ColleagueController {
  /** The model answers one after the other; whoever asks more at once would keep the others waiting. */
  private readonly drafts = new AtOnce(2);

  constructor(private readonly drafter: NoteDrafter) {}

  /** A mail or a day made of notes, checked: streamed where the client accepts `text/event-stream`, else whole. */
  @Post('draft')
  @HttpCode(200)
  @AnswersStream('application/json', noteDraftSchema)
  @RequirePermission('chat.ask')
  async draft(
    @CurrentActor() actor: Actor,
    @ZodBody(noteDraftRequestSchema) request: NoteDraftRequest,
    @Res() response: Response,
  ): Promise<void> {
    response.on('close', this.drafts.begin(actor));
    await streamed(actor, response, (listener) => this.drafter.draft(actor.workspaceId, request, listener));
  }
}
