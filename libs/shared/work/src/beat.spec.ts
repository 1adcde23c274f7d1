import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Beat } from './beat';

describe('Beat', () => {
  let beat: Beat;
  let warnings: jest.SpyInstance;
  beforeEach(() => (warnings = jest.spyOn(Logger.prototype, 'warn').mockImplementation()));
  afterEach(async () => {
    await beat.stop();
    warnings.mockRestore();
  });

  const begin = (work: (signal: AbortSignal) => Promise<unknown>, everyMs: number, atOnce = false) => {
    beat = new Beat(work, { name: 'Looking', everyMs, atOnce });
    beat.start();
    return beat;
  };

  it('ticks again and again, first after its time', async () => {
    const begun = performance.now();
    const ticks: number[] = [];
    begin(async () => ticks.push(performance.now() - begun), 20);
    while (ticks.length < 3) await sleep(5);
    // A timer may ring up to a millisecond early.
    expect(ticks[0]).toBeGreaterThanOrEqual(19);
  });

  it('ticks at once where that is wanted', async () => {
    let ticks = 0;
    // Not at once would be after the time that a test has.
    begin(async () => ticks++, 60_000, true);
    while (!ticks) await sleep(5);
    expect(ticks).toBe(1);
  });

  it('never overlaps itself, however long a tick takes', async () => {
    let atWork = 0;
    let most = 0;
    begin(async () => {
      most = Math.max(most, ++atWork);
      await sleep(30);
      atWork--;
    }, 1);
    await Promise.all([sleep(700), beat.now(), beat.now()]);
    expect(most).toBe(1);
  });

  it('rests in proportion to what a tick cost', async () => {
    const begins: number[] = [];
    begin(async () => {
      begins.push(performance.now());
      await sleep(40);
    }, 1);
    while (begins.length < 2) await sleep(20);
    expect((begins[1] ?? 0) - (begins[0] ?? 0)).toBeGreaterThan(390);
  });

  it('logs an error once until a tick succeeds', async () => {
    let ticks = 0;
    begin(async () => {
      ticks++;
      if (ticks <= 3 || ticks >= 6) throw new Error('no database');
    }, 5);
    while (ticks < 8) await sleep(5);
    expect(warnings.mock.calls.map(([text]) => text)).toEqual([
      'Looking failed, tried again: no database',
      'Looking failed, tried again: no database',
    ]);
  });

  it('ticks out of turn once more after the one at work, however many ask for it', async () => {
    let ticks = 0;
    begin(async () => {
      ticks++;
      await sleep(30);
    }, 60_000);
    await Promise.all([beat.now(), beat.now(), beat.now()]);
    expect(ticks).toBe(2);
  });

  it('stops at once while it rests, and waits for a tick at work', async () => {
    begin(async () => undefined, 60_000);
    const began = performance.now();
    await beat.stop();
    expect(performance.now() - began).toBeLessThan(1_000);

    let atWork = false;
    let ended = false;
    begin(
      async () => {
        atWork = true;
        await sleep(50);
        ended = true;
      },
      60_000,
      true,
    );
    while (!atWork) await sleep(5);
    await beat.stop();
    expect(ended).toBe(true);
  });

  it('ticks no more once it was stopped', async () => {
    let ticks = 0;
    begin(async () => ticks++, 60_000);
    await beat.stop();
    await beat.now();
    expect(ticks).toBe(0);
  });
});
