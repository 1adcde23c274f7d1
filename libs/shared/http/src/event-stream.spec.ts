import { EventEmitter } from 'node:events';
import type { Response } from 'express';
import { EventStream } from './event-stream';

describe('EventStream', () => {
  afterEach(() => jest.useRealTimers());

  it('ends at the next sign of life once who asked may not hear it any more', async () => {
    jest.useFakeTimers();
    const sent: string[] = [];
    const response = Object.assign(new EventEmitter(), {
      writableEnded: false,
      status: () => undefined,
      setHeader: () => undefined,
      flushHeaders: () => undefined,
      write: (text: string) => sent.push(text),
      end: () => void response.emit('close'),
    });
    let allowed = true;
    const stream = new EventStream(response as unknown as Response, () => Promise.resolve(allowed));
    await jest.advanceTimersByTimeAsync(20_000);
    expect(stream.signal.aborted).toBe(false);
    expect(sent).toEqual([': still here\n\n']);
    allowed = false;
    await jest.advanceTimersByTimeAsync(20_000);
    expect(stream.signal.aborted).toBe(true);
    expect(sent).toHaveLength(1);
  });
});
