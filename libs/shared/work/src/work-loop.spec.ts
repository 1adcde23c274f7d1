import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { WorkLoop, type WorkStep } from './work-loop';

describe('WorkLoop', () => {
  let loop: WorkLoop;
  let errors: jest.SpyInstance;
  beforeEach(() => (errors = jest.spyOn(Logger.prototype, 'error').mockImplementation()));
  afterEach(async () => {
    await loop.stop();
    errors.mockRestore();
  });

  const begin = (step: WorkStep, options: { idleMs?: number; retryMs?: number; lanes?: number } = {}) => {
    loop = new WorkLoop(step, { name: 'Counting', idleMs: 5, ...options });
    loop.start();
    return loop;
  };

  it('goes on at once while there is something to do, and rests when there is not', async () => {
    let steps = 0;
    begin(async () => ++steps < 100, { idleMs: 60_000 });
    await sleep(100);
    expect(steps).toBe(100);
  });

  it('does one step at a time', async () => {
    let atWork = 0;
    let most = 0;
    begin(async () => {
      most = Math.max(most, ++atWork);
      await sleep(3);
      atWork--;
      return true;
    });
    await sleep(50);
    expect(most).toBe(1);
  });

  it('does as many steps side by side as it has lanes', async () => {
    let atWork = 0;
    let most = 0;
    begin(
      async () => {
        most = Math.max(most, ++atWork);
        await sleep(5);
        atWork--;
        return true;
      },
      { lanes: 3 },
    );
    await sleep(50);
    expect(most).toBe(3);
  });

  it('stops at once while it rests', async () => {
    begin(async () => false, { idleMs: 60_000 });
    await sleep(10);
    const began = performance.now();
    await loop.stop();
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('tells a step that it is to stop, and waits for its end', async () => {
    let ended = false;
    begin(async (signal) => {
      await sleep(60_000, undefined, { signal }).catch(() => undefined);
      await sleep(20);
      ended = true;
      return true;
    });
    await sleep(10);
    await loop.stop();
    expect(ended).toBe(true);
  });

  it('goes on after errors, each time after a longer rest, and says so', async () => {
    const times: number[] = [];
    begin(
      async () => {
        times.push(performance.now());
        if (times.length < 4) throw new Error('no database');
        return false;
      },
      { retryMs: 40, idleMs: 60_000 },
    );
    for (const until = Date.now() + 10_000; times.length < 4 && Date.now() < until;) await sleep(20);
    const rests = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(rests).toHaveLength(3);
    // A busy machine lets it rest longer, never shorter (but for the millisecond that timers are early).
    rests.forEach((rest, index) => expect(rest).toBeGreaterThanOrEqual(40 * 2 ** index - 2));
    expect(errors.mock.calls.map(([text]) => text)).toEqual([
      'Counting failed and is tried again in 0.04 s: no database',
      'Counting failed and is tried again in 0.08 s: no database',
      'Counting failed and is tried again in 0.16 s: no database',
    ]);
  });

  it('says nothing of an error that comes of being stopped', async () => {
    begin(async (signal) => {
      await sleep(60_000, undefined, { signal });
      return true;
    });
    await sleep(10);
    await loop.stop();
    expect(errors).not.toHaveBeenCalled();
  });

  it('leaves no listener behind, however often it rests', async () => {
    let steps = 0;
    let seen: AbortSignal | undefined;
    begin(
      async (signal) => {
        seen = signal;
        steps++;
        return false;
      },
      { idleMs: 1 },
    );
    await sleep(200);
    expect(steps).toBeGreaterThan(30);
    expect(getEventListeners(seen as AbortSignal, 'abort').length).toBeLessThanOrEqual(1);
  });

  it('does not begin again once it was stopped', async () => {
    let steps = 0;
    begin(async () => ++steps < 0);
    await loop.stop();
    const before = steps;
    loop.start();
    await sleep(20);
    expect(steps).toBe(before);
  });
});
