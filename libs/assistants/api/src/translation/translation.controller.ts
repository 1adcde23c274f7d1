import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import { translationRequestSchema, translationSchema, type TranslationRequest } from '@moodline/assistants/contract';
import { CommentRepository } from '@moodline/comments/api';
import {
  type Actor,
  AnswersStream,
  AtOnce,
  CurrentActor,
  LongIdParam,
  NotFoundError,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import type { Response } from 'express';
import { streamed } from '../streamed';
import { CommentTranslator } from './comment-translator';

/** Translations on demand. Nothing is stored. */
@Controller('comments')
export class TranslationController {
  /** The model answers one after the other; whoever asks more at once would keep the others waiting. */
  private readonly translations = new AtOnce(2);

  constructor(
    private readonly translator: CommentTranslator,
    private readonly comments: CommentRepository,
  ) {}

  /** A comment in another language, by the model that writes: streamed where the client accepts `text/event-stream`, else whole. */
  @Post(':id/translation')
  @HttpCode(200)
  @AnswersStream('application/json', translationSchema)
  @RequirePermission('chat.ask')
  async translate(
    @CurrentActor() actor: Actor,
    @LongIdParam() id: number,
    @ZodBody(translationRequestSchema) { into }: TranslationRequest,
    @Res() response: Response,
  ): Promise<void> {
    const [comment] = await this.comments.byIds(actor.workspaceId, [id]);
    if (!comment || comment.erasedAt) throw new NotFoundError('comment', id);
    response.on('close', this.translations.begin(actor));
    await streamed(actor, response, (listener) =>
      this.translator.translate(actor.workspaceId, comment, { into, ...listener }),
    );
  }
}
