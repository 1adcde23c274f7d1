import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Prisma } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { Lease, LeaseLostError } from './lease';

describe('Lease', () => {
  const lease = new Lease(0.3);
  const open = new AbortController().signal;

  describe('in the database', () => {
    let test: TestDatabase;
    beforeAll(async () => (test = await createTestDatabase()));
    afterAll(() => test.close());

    it.each([
      ['queued', Prisma.sql`NULL::timestamptz`, { free: true, dead: false }],
      ['queued for a year, before it is taken', Prisma.sql`NULL::timestamptz`, { free: true, dead: false }],
      ['taken', lease.until, { free: false, dead: false }],
      ['taken and silent', Prisma.sql`now() - interval '1 ms'`, { free: true, dead: true }],
    ])('tells work that is %s', async (_, until, expected) => {
      const [state] = await test.database.$queryRaw<unknown[]>`
        SELECT ${lease.isFree(Prisma.sql`w.until`)} AS free, ${lease.isDead(Prisma.sql`w.until`)} AS dead FROM (SELECT ${until} AS until) w`;
      expect(state).toEqual(expected);
    });
  });

  describe('held', () => {
    let warnings: jest.SpyInstance;
    beforeEach(() => (warnings = jest.spyOn(Logger.prototype, 'warn').mockImplementation()));
    afterEach(() => warnings.mockRestore());

    it('is renewed while the work goes on, and not after it', async () => {
      let renewed = 0;
      const renew = async () => ++renewed > 0;
      expect(await lease.hold({ name: 'Work', renew, signal: open }, () => sleep(700, 'done'))).toBe('done');
      const during = renewed;
      expect(during).toBeGreaterThanOrEqual(3);
      await sleep(300);
      expect(renewed).toBe(during);
    });

    it('stops the work when somebody else ended or took it', async () => {
      const work = lease.hold({ name: 'Work', renew: async () => false, signal: open }, (signal) =>
        sleep(60_000, undefined, { signal }),
      );
      await expect(work).rejects.toThrow(LeaseLostError);
    });

    it('is lost when it could not be renewed for its whole time, which is logged once', async () => {
      const renew = () => Promise.reject(new Error('no database'));
      const work = lease.hold({ name: 'Work', renew, signal: open }, (signal) =>
        sleep(60_000, undefined, { signal }).catch(() => Promise.reject(signal.reason)),
      );
      await expect(work).rejects.toThrow(LeaseLostError);
      expect(warnings.mock.calls.map(([text]) => text)).toEqual([
        'Work could not be renewed, tried again: no database',
      ]);
    });

    it('outlives a renewal that fails once', async () => {
      let tries = 0;
      const renew = async () => {
        if (++tries === 1) throw new Error('no database');
        return true;
      };
      const work = lease.hold({ name: 'Work', renew, signal: open }, (signal) => sleep(800, 'done', { signal }));
      await expect(work).resolves.toBe('done');
    });

    it('leaves nothing behind on the signal of the process, whatever the work forgets', async () => {
      const stop = new AbortController();
      for (let index = 0; index < 50; index++)
        await lease.hold({ name: 'Work', renew: async () => true, signal: stop.signal }, async (signal) =>
          signal.addEventListener('abort', () => undefined),
        );
      expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
    });

    it('hands a stop from outside on', async () => {
      const stop = new AbortController();
      const work = lease.hold({ name: 'Work', renew: async () => true, signal: stop.signal }, async (signal) => {
        await sleep(60_000, undefined, { signal }).catch(() => undefined);
        return signal.reason as unknown;
      });
      stop.abort('the process stops');
      expect(await work).toBe('the process stops');
    });
  });
});
