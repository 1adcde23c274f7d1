import { Injectable } from '@nestjs/common';
import type { HookResult } from '@moodline/sources/contract';

/** Longer than a signature is good for, whichever clock is ahead. */
const KEPT_MS = 11 * 60_000;
/** Deliveries kept in mind; the oldest ones go first. */
const MOST = 10_000;

/**
 * Answers of deliveries by their signature. A delivery that comes again, byte by byte, was overheard or repeated: it is answered as
 * before and done once. Kept in memory, as a signature is good for five minutes only.
 */
@Injectable()
export class SeenDeliveries {
  private readonly seen = new Map<string, { readonly at: number; readonly answer: Promise<HookResult> }>();
  /** The clock, in milliseconds; specs set it. */
  now: () => number = Date.now;

  /** @param work is done unless the same delivery was taken already; one that failed may be sent again */
  async once(sourceId: number, signature: string, work: () => Promise<HookResult>): Promise<HookResult> {
    this.forgetOld();
    const key = `${sourceId} ${signature}`;
    const before = this.seen.get(key);
    if (before) return before.answer;
    const answer = work();
    this.seen.set(key, { at: this.now(), answer });
    try {
      return await answer;
    } catch (error) {
      this.seen.delete(key);
      throw error;
    }
  }

  private forgetOld(): void {
    for (const [key, { at }] of this.seen) {
      if (this.seen.size <= MOST && at > this.now() - KEPT_MS) return;
      this.seen.delete(key);
    }
  }
}
