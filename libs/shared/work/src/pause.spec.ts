import { getEventListeners } from 'node:events';
import { pause, unlessAborted } from './pause';

describe('waiting', () => {
  const stopped = new Error('stopped');

  it('ends after its time, and leaves no listener behind', async () => {
    const { signal } = new AbortController();
    for (let index = 0; index < 20; index++) await pause(1, signal);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('ends at once with the reason when it is stopped', async () => {
    const stop = new AbortController();
    const waiting = pause(60_000, stop.signal);
    stop.abort(stopped);
    await expect(waiting).rejects.toBe(stopped);
    await expect(pause(1, stop.signal)).rejects.toBe(stopped);
  });

  it('does without a signal', async () => expect(await pause(1)).toBeUndefined());

  it('gives up waiting for a work when it is stopped, and leaves no listener behind', async () => {
    const stop = new AbortController();
    expect(await unlessAborted(Promise.resolve(7), stop.signal)).toBe(7);
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
    const waiting = unlessAborted(new Promise(() => undefined), stop.signal);
    stop.abort(stopped);
    await expect(waiting).rejects.toBe(stopped);
  });
});
