import { ReadableStream } from 'node:stream/web';
import { TextEncoder } from 'node:util';
import { EventStreamParser, readEventStream, type StreamMessage } from './event-stream';

const WHOLE =
  'event: facts\ndata: {"a":1}\n\n: still here\n\nevent: draft\ndata: {"text":"净情绪从 +32 降到 −11 😞"}\n\n';
const MESSAGES: StreamMessage[] = [
  { event: 'facts', data: '{"a":1}' },
  { event: 'draft', data: '{"text":"净情绪从 +32 降到 −11 😞"}' },
];

function streamOf(chunks: readonly Uint8Array[], cancelled = () => undefined): globalThis.ReadableStream<Uint8Array> {
  const waiting = [...chunks];
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = waiting.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
    cancel: cancelled,
  });
  return stream as unknown as globalThis.ReadableStream<Uint8Array>;
}

async function all(stream: globalThis.ReadableStream<Uint8Array>): Promise<StreamMessage[]> {
  const messages: StreamMessage[] = [];
  for await (const message of readEventStream(stream)) messages.push(message);
  return messages;
}

describe('readEventStream', () => {
  const bytes = new TextEncoder().encode(WHOLE);

  it('reads the same messages wherever the bytes are cut in two', async () => {
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect(await all(streamOf([bytes.slice(0, cut), bytes.slice(cut)]))).toEqual(MESSAGES);
    }
  });

  it('reads the same messages byte by byte', async () => {
    expect(await all(streamOf([...bytes].map((byte) => new Uint8Array([byte]))))).toEqual(MESSAGES);
  });

  it('drops a message that the end of the stream cuts off', async () => {
    expect(await all(streamOf([new TextEncoder().encode(`${WHOLE}event: done\ndata: {"half`)]))).toEqual(MESSAGES);
  });

  it('cancels the stream when the reader leaves early', async () => {
    const cancelled = jest.fn();
    for await (const message of readEventStream(streamOf([bytes, bytes], cancelled))) {
      expect(message).toEqual(MESSAGES[0]);
      break;
    }
    expect(cancelled).toHaveBeenCalledTimes(1);
  });
});

describe('EventStreamParser', () => {
  const parse = (...chunks: string[]) => {
    const parser = new EventStreamParser();
    return chunks.flatMap((chunk) => parser.push(chunk));
  };

  it.each(['\n', '\r\n', '\r'])('takes %j as the end of a line', (end) => {
    expect(parse(['event: a', 'data: 1', '', 'data: 2', '', ':'].join(end))).toEqual([
      { event: 'a', data: '1' },
      { event: 'message', data: '2' },
    ]);
  });

  it('takes a CRLF that is cut in two as one end of line', () => {
    expect(parse('data: 1\r', '\ndata: 2\r', '\n\r', '\n')).toEqual([{ event: 'message', data: '1\n2' }]);
  });

  it('joins several data lines and takes off one space only', () => {
    expect(parse('data:1\ndata:  2\ndata\n\n')).toEqual([{ event: 'message', data: '1\n 2\n' }]);
  });

  it('keeps colons inside the data and skips comments, unknown fields and events without data', () => {
    expect(parse(': hello\nid: 4\nevent: lone\n\ndata: a: b\n\n')).toEqual([{ event: 'message', data: 'a: b' }]);
  });
});
