import { HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable, InjectionToken } from '@angular/core';
import { readEventStream, type StreamMessage } from './event-stream';

/** The browser's fetch; tests put a fake in its place. */
export const FETCH = new InjectionToken<typeof fetch>('FETCH', {
  providedIn: 'root',
  factory: () => (input, init) => fetch(input, init),
});

/** Posts something and reads the answer as it comes. The browser's EventSource can only GET. */
@Injectable({ providedIn: 'root' })
export class EventStreamClient {
  private readonly fetch = inject(FETCH);

  /**
   * Yields each message of the answer, up to the one called `last`. Aborting the signal ends the work on the server too.
   * @throws HttpErrorResponse as HttpClient would: with the API's problem, or status 0 where the connection was refused, lost or ended too early.
   */
  async *post(
    url: string,
    body: unknown,
    { last, signal }: { last: string; signal: AbortSignal },
  ): AsyncGenerator<StreamMessage> {
    const stream = await this.open(url, body, signal);
    const messages = readEventStream(stream);
    try {
      for (;;) {
        const { done, value } = await messages.next().catch((error: unknown) => {
          throw connectionLost(url, error);
        });
        if (done) break;
        yield value;
        if (value.event === last) return;
      }
    } finally {
      await messages.return(undefined);
    }
    throw connectionLost(url, 'The answer ended early.');
  }

  private async open(url: string, body: unknown, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const headers = { 'Content-Type': 'application/json', Accept: 'text/event-stream' };
    const response = await this.fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch(
      (error: unknown) => {
        throw connectionLost(url, error);
      },
    );
    if (response.ok && response.body) return response.body;
    const problem: unknown = await response.json().catch(() => null);
    throw new HttpErrorResponse({ error: problem, status: response.status, url });
  }
}

const connectionLost = (url: string, error: unknown) => new HttpErrorResponse({ error, status: 0, url });
