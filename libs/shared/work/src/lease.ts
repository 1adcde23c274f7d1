import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Prisma } from '@moodline/shared/db';

/** Signs of life within the time of a lease: one that comes late, or fails, does not lose it yet. */
const BEATS = 3;

export interface LeaseHolder {
  /** What is held, as it begins a sentence of the log: "Run 17". */
  readonly name: string;
  /** Lengthens the lease in the database. @returns false when it is not held any more: somebody ended the work, or took it */
  renew(): Promise<boolean>;
  /** Stops the work from outside. */
  readonly signal: AbortSignal;
}

/** The reason of the signal that ends a work whose lease was lost. */
export class LeaseLostError extends Error {
  constructor(name: string) {
    super(`${name} is not held by this process any more`);
  }
}

/**
 * A piece of work in the database that one worker holds for a time which it renews. The column that says until when tells the three states
 * apart: null is queued, a time to come is taken, a time that is over is dead. What was never taken cannot be dead, however long it waits.
 */
export class Lease {
  private readonly logger = new Logger(Lease.name);

  /** @param seconds of silence after which a worker counts as dead */
  constructor(readonly seconds: number) {}

  /** SQL: until when work that is taken or renewed now is held. */
  get until(): Prisma.Sql {
    return Prisma.sql`now() + make_interval(secs => ${this.seconds}::float8)`;
  }

  /** SQL: whether a worker may take work with this column: nobody holds it, or who did is dead. */
  isFree(column: Prisma.Sql): Prisma.Sql {
    return Prisma.sql`(${column} IS NULL OR ${column} < now())`;
  }

  /** SQL: whether work with this column was taken and its worker is dead. */
  isDead(column: Prisma.Sql): Prisma.Sql {
    return Prisma.sql`(${column} IS NOT NULL AND ${column} < now())`;
  }

  /**
   * Works while the lease is renewed. The signal that the work gets is aborted when it is to stop, and with a {@link LeaseLostError} when the
   * lease is lost, also when the database could not be told in time.
   */
  async hold<T>(holder: LeaseHolder, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = holder;
    // Not AbortSignal.any: a listener that the work forgets would be kept for as long as the process runs.
    const stopping = new AbortController();
    const stop = () => stopping.abort(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    const ended = new AbortController();
    const beating = this.beat(holder, stopping, ended.signal);
    try {
      return await work(stopping.signal);
    } catch (error) {
      // Whatever the work makes of being stopped, its caller learns why.
      throw stopping.signal.reason instanceof LeaseLostError ? stopping.signal.reason : error;
    } finally {
      signal.removeEventListener('abort', stop);
      ended.abort();
      await beating;
    }
  }

  private async beat({ name, renew }: LeaseHolder, lost: AbortController, ended: AbortSignal): Promise<void> {
    const lengthMs = this.seconds * 1_000;
    let renewedAt = performance.now();
    let failing = false;
    for (;;) {
      await sleep(lengthMs / BEATS, undefined, { signal: ended, ref: false }).catch(() => undefined);
      if (ended.aborted) return;
      const asked = performance.now();
      try {
        if (!(await renew())) return lost.abort(new LeaseLostError(name));
        renewedAt = asked;
        failing = false;
      } catch (error) {
        if (!failing) this.logger.warn(`${name} could not be renewed, tried again: ${(error as Error).message}`);
        failing = true;
        if (performance.now() - renewedAt >= lengthMs) return lost.abort(new LeaseLostError(name));
      }
    }
  }
}
