import { Injectable, Logger } from '@nestjs/common';
import type { RetentionPreview } from '@moodline/comments/contract';
import { eachInTurn } from '@moodline/shared/work';
import { RetentionRepository } from './retention.repository';

const DAY_MS = 86_400_000;

/** Sees to it that texts are kept no longer than the workspace wants. */
@Injectable()
export class RetentionKeeper {
  private readonly logger = new Logger(RetentionKeeper.name);
  private readonly running = new Map<number, Promise<number>>();

  constructor(private readonly retention: RetentionRepository) {}

  /** What a retention of so many days would erase at this moment. */
  async preview(workspaceId: number, days: number, now = new Date()): Promise<RetentionPreview> {
    const { comments, oldest, waiting, kept, estimated } = await this.retention.count({
      workspaceId,
      before: daysBefore(now, days),
    });
    return { days, comments, oldest: oldest?.toISOString() ?? null, waiting, kept, estimated };
  }

  async state(workspaceId: number, now = new Date()): Promise<{ days: number | null; erased: number; due: number }> {
    const days = await this.retention.days(workspaceId);
    const { comments, erased } = await this.retention.count({
      workspaceId,
      before: days === null ? new Date(0) : daysBefore(now, days),
    });
    return { days, erased, due: this.running.has(workspaceId) ? comments : 0 };
  }

  /** Sets how long texts are kept, and begins to erase what is too old by that, in the background. */
  async change(workspaceId: number, days: number | null, now = new Date()): Promise<void> {
    await this.retention.save(workspaceId, days, now);
    if (days === null) return;
    this.apply(workspaceId, now).catch((error: unknown) =>
      this.logger.error(`Texts could not be erased; the coming night tries again: ${String(error)}`),
    );
  }

  /** Erases what is too old, slice by slice; cut off, it goes on at the next time. One at a time in a workspace. @returns how many */
  apply(workspaceId: number, now = new Date(), signal?: AbortSignal): Promise<number> {
    const before = this.running.get(workspaceId)?.catch(() => undefined) ?? Promise.resolve();
    const work = before
      .then(() => this.erase(workspaceId, now, signal))
      .finally(() => {
        // Another one may be waiting for this one by now.
        if (this.running.get(workspaceId) === work) this.running.delete(workspaceId);
      });
    this.running.set(workspaceId, work);
    return work;
  }

  /** What every night does. A workspace in which it fails does not keep the others from theirs. @throws what was thrown, when all had their turn */
  async applyAll(now = new Date(), signal?: AbortSignal): Promise<void> {
    await eachInTurn(await this.retention.all(), ({ workspaceId }) => this.apply(workspaceId, now, signal));
  }

  private async erase(workspaceId: number, now: Date, signal?: AbortSignal): Promise<number> {
    let erased = 0;
    for (let after: number | null = 0; after !== null && !signal?.aborted;) {
      // Read anew before each slice: who turns it off stops it.
      const days = await this.retention.days(workspaceId);
      if (days === null) break;
      const slice = await this.retention.eraseSlice({ workspaceId, before: daysBefore(now, days) }, after, now);
      erased += slice.erased;
      after = slice.next;
    }
    return erased;
  }
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);
