import { inject, Injectable } from '@angular/core';
import { answerSchema, type ChatEvent, type Question } from '@moodline/chat/contract';
import { EventStreamClient, type StreamMessage } from '@moodline/shared/ui';
import * as z from 'zod';

const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('facts'), data: answerSchema.omit({ sentences: true }) }),
  z.object({ type: z.literal('done'), data: answerSchema }),
]);

const URL = '/api/chat';

/** The chat part of the API. */
@Injectable({ providedIn: 'root' })
export class ChatClient {
  private readonly streams = inject(EventStreamClient);

  /**
   * Asks and yields what comes, until `done`. Aborting the signal ends it on the server too.
   * @throws HttpErrorResponse as HttpClient would: with the API's problem, or status 0 where the connection was refused or lost.
   */
  async *ask(question: Question, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    for await (const message of this.streams.post(URL, question, { last: 'done', signal })) {
      const event = toChatEvent(message);
      if (event) yield event;
    }
  }
}

function toChatEvent({ event, data }: StreamMessage): ChatEvent | null {
  const known = eventSchema.options.some((option) => option.shape.type.value === event);
  return known ? eventSchema.parse({ type: event, data: JSON.parse(data) }) : null;
}
