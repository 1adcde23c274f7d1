import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { answerSchema, type ChatEvent, type Question, questionSchema } from '@moodline/chat/contract';
import {
  type Actor,
  AnswersStream,
  AtOnce,
  CurrentActor,
  EventStream,
  ReadsOnly,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import type { Request, Response } from 'express';
import { ChatAnswerer } from './chat-answerer';

@Controller('chat')
export class ChatController {
  /** The model answers one after the other; whoever asks more at once would keep the others waiting. */
  private readonly questions = new AtOnce(4);

  constructor(private readonly answerer: ChatAnswerer) {}

  /** Streams the answer where the client accepts `text/event-stream`, else answers it whole. Work stops when the client goes away. */
  @Post()
  @HttpCode(200)
  @AnswersStream('application/json', answerSchema)
  @RequirePermission('chat.ask')
  @ReadsOnly()
  async ask(
    @CurrentActor() actor: Actor,
    @ZodBody(questionSchema) question: Question,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const gone = new AbortController();
    response.on('close', this.questions.begin(actor));
    response.on('close', () => gone.abort());
    const streams = request.headers.accept?.includes('text/event-stream') ?? false;
    // The stream opens with the first event: a question that cannot be read at all is answered as an error, with its status.
    let stream: EventStream | null = null;
    const onEvent = ({ type, data }: ChatEvent): void => {
      if (streams) (stream ??= new EventStream(response, actor.stillThere)).send(type, data);
    };
    const answer = await this.answerer.answer(actor.workspaceId, question, { signal: gone.signal, onEvent });
    if (stream) (stream as EventStream).end();
    else response.json(answer);
  }
}
