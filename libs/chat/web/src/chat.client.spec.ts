import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { ChatEvent } from '@moodline/chat/contract';
import { FETCH } from '@moodline/shared/ui';
import { ReadableStream } from 'node:stream/web';
import { TextEncoder } from 'node:util';
import { ChatClient } from './chat.client';
import { answer, eventsOf } from './testing/chat-fixtures';

const wire = (events: readonly { type: string; data: unknown }[]) =>
  events.map(({ type, data }) => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`).join('');

function bodyOf(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
}

describe('ChatClient', () => {
  const fetch = jest.fn();
  const ask = async (question = 'Why?') => {
    const events: ChatEvent[] = [];
    for await (const event of TestBed.inject(ChatClient).ask(
      { question, filter: { q: 'battery' } },
      new AbortController().signal,
    ))
      events.push(event);
    return events;
  };
  const failure = () =>
    ask().then(
      () => null,
      (error: unknown) => error as HttpErrorResponse,
    );

  beforeEach(() => {
    fetch.mockReset();
    TestBed.configureTestingModule({ providers: [{ provide: FETCH, useValue: fetch }] });
  });

  it('posts the question and yields the events up to done, passing over what it does not know', async () => {
    const events = eventsOf(answer());
    fetch.mockResolvedValue({
      ok: true,
      body: bodyOf(`: hello\n\n${wire([{ type: 'tomorrow', data: 1 }, ...events, { type: 'facts', data: 'late' }])}`),
    });

    expect(await ask()).toEqual(events);
    const [url, init] = fetch.mock.calls[0] as [string, RequestInit & { headers: Record<string, string> }];
    expect(url).toBe('/api/chat');
    expect(init.headers['Accept']).toBe('text/event-stream');
    expect(JSON.parse(String(init.body))).toEqual({ question: 'Why?', filter: { q: 'battery' } });
  });

  it("throws the API's problem", async () => {
    fetch.mockResolvedValue({
      ok: false,
      status: 429,
      body: null,
      json: () => Promise.resolve({ code: 'too-many-requests', message: 'Slow down.', correlationId: 'c' }),
    });

    expect(await failure()).toMatchObject({ status: 429, error: { code: 'too-many-requests' } });
  });

  it('reports a server that is not there and an answer that breaks off as a lost connection', async () => {
    fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await failure()).toMatchObject({ status: 0 });

    fetch.mockResolvedValueOnce({ ok: true, body: bodyOf(wire(eventsOf(answer()).slice(0, 1))) });
    const broken = await failure();
    expect(broken).toBeInstanceOf(HttpErrorResponse);
    expect(broken).toMatchObject({ status: 0 });
  });
});
