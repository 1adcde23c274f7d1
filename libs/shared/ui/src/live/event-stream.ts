/** One message of a `text/event-stream`. */
export interface StreamMessage {
  event: string;
  data: string;
}

/**
 * Reads the messages of a `text/event-stream` as they arrive
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation).
 * The browser's EventSource can only GET, and a question is posted. Leaving the loop cancels the stream.
 */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamMessage> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = new EventStreamParser();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      // A character may be cut in two by the network: the decoder keeps the first half for the next chunk.
      yield* parser.push(decoder.decode(value, { stream: !done }));
      if (done) return;
    }
  } finally {
    // An aborted or broken stream refuses to be cancelled; it is closed either way.
    await reader.cancel().catch(() => undefined);
  }
}

/** Makes messages of text that is cut anywhere. A message counts once the empty line behind it has come. */
export class EventStreamParser {
  private rest = '';
  private event = '';
  private data: string[] = [];

  push(text: string): StreamMessage[] {
    // A carriage return at the very end may be the first half of a CRLF, so it waits for what follows.
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.take(line));
  }

  private take(line: string): StreamMessage[] {
    if (line === '') return this.dispatch();
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (field === 'event') this.event = value;
    if (field === 'data') this.data.push(value);
    return [];
  }

  private dispatch(): StreamMessage[] {
    const message = { event: this.event || 'message', data: this.data.join('\n') };
    const hasData = this.data.length > 0;
    this.event = '';
    this.data = [];
    return hasData ? [message] : [];
  }
}
