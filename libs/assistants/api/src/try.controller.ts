import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import {
  triedLabelsSchema,
  triedReplySchema,
  tryLabelsSchema,
  tryReplySchema,
  type TriedLabels,
  type TryLabels,
  type TryReply,
} from '@moodline/assistants/contract';
import {
  type Actor,
  Answers,
  AnswersStream,
  AtOnce,
  CurrentActor,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import type { Response } from 'express';
import { streamed } from './streamed';
import { TextTrial } from './try/text-trial';

/** The model on texts that somebody types. Nothing is stored. */
@Controller('try')
export class TryController {
  /** The model answers one after the other; whoever asks more at once would keep the others waiting. */
  private readonly labels = new AtOnce(4);
  private readonly replies = new AtOnce(2);

  constructor(private readonly trial: TextTrial) {}

  /** Labels texts as comments would be labelled. Work stops when the client goes away. */
  @Post('labels')
  @HttpCode(200)
  @Answers(triedLabelsSchema)
  @RequirePermission('chat.ask')
  async label(
    @CurrentActor() actor: Actor,
    @ZodBody(tryLabelsSchema) { texts }: TryLabels,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TriedLabels> {
    const gone = new AbortController();
    response.on('close', this.labels.begin(actor));
    response.on('close', () => gone.abort());
    return this.trial.labels(actor.workspaceId, texts, gone.signal);
  }

  /** What the companion, or a role of the workspace's own, says to a text: streamed where the client accepts `text/event-stream`, else whole. */
  @Post('reply')
  @HttpCode(200)
  @AnswersStream('application/json', triedReplySchema)
  @RequirePermission('chat.ask')
  async reply(
    @CurrentActor() actor: Actor,
    @ZodBody(tryReplySchema) asked: TryReply,
    @Res() response: Response,
  ): Promise<void> {
    response.on('close', this.replies.begin(actor));
    await streamed(actor, response, (listener) => this.trial.reply(actor.workspaceId, asked, listener));
  }
}
