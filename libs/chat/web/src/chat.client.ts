import { HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable, InjectionToken } from '@angular/core';
import { answerSchema, answerSentenceSchema, type ChatEvent, type Question } from '@moodline/chat/contract';
import { z } from 'zod';
import { readEventStream, type StreamMessage } from './stream/event-stream';

/** The browser's fetch; tests put a fake in its place. */
export const FETCH = new InjectionToken<typeof fetch>('FETCH', { providedIn: 'root', factory: () => (input, init) => fetch(input, init) });

const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('facts'), data: answerSchema.omit({ sentences: true }) }),
  z.object({ type: z.literal('draft'), data: z.object({ text: z.string() }) }),
  z.object({ type: z.literal('sentence'), data: answerSentenceSchema }),
  z.object({ type: z.literal('done'), data: answerSchema }),
]);

const URL = '/api/chat';

/** The chat part of the API. */
@Injectable({ providedIn: 'root' })
export class ChatClient {
  private readonly fetch = inject(FETCH);

  /**
   * Asks and yields what comes, until `done`. Aborting the signal ends it on the server too.
   * @throws HttpErrorResponse as HttpClient would: with the API's problem, or status 0 where the connection was refused or lost.
   */
  async *ask(question: Question, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    const body = await this.post(question, signal);
    try {
      for await (const message of readEventStream(body)) {
        const event = toChatEvent(message);
        if (event) yield event;
        if (event?.type === 'done') return;
      }
    } catch (error) {
      if (error instanceof z.ZodError) throw error;
      throw connectionLost(error);
    }
    throw connectionLost('The answer ended early.');
  }

  private async post(question: Question, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const headers = { 'Content-Type': 'application/json', Accept: 'text/event-stream' };
    const response = await this.fetch(URL, { method: 'POST', headers, body: JSON.stringify(question), signal }).catch((error: unknown) => {
      throw connectionLost(error);
    });
    if (response.ok && response.body) return response.body;
    const problem: unknown = await response.json().catch(() => null);
    throw new HttpErrorResponse({ error: problem, status: response.status, url: URL });
  }
}

function toChatEvent({ event, data }: StreamMessage): ChatEvent | null {
  const known = eventSchema.options.some((option) => option.shape.type.value === event);
  return known ? eventSchema.parse({ type: event, data: JSON.parse(data) }) : null;
}

const connectionLost = (error: unknown) => new HttpErrorResponse({ error, status: 0, url: URL });
