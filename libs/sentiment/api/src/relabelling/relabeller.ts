import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LanguageModel } from '@moodline/language-model/api';
import { Lease } from '@moodline/shared/work';
import { LABEL_ROLE } from '../prompts/label';
import { RoleRepository } from '../roles/role.repository';
import { SentimentLabeller, type Labelling } from '../sentiment-labeller';
import { RelabellingCountsQuery } from './relabelling-counts.query';
import { RelabellingRepository, type Place, type RelabellingRow } from './relabelling.repository';

const BATCH = 32;
/** Comments whose label changes in one transaction: few enough not to hold up those who label or correct. */
const SLICE = 500;
/** A process that was killed holds a re-labelling no longer than this; one that works renews in time. */
const LEASE = new Lease(15);
/** When everything is labelled: how often to look for comments that came since. */
const LOOK_AGAIN_MS = 10_000;

/**
 * Does the work of re-labellings, a step per call. Nothing is remembered that matters: what is left to do is read off the
 * labels, so a crash anywhere loses one batch at most.
 */
@Injectable()
export class Relabeller {
  private readonly worker = randomUUID();
  /** Saves looking at comments that are done; after a restart it begins at the newest again. */
  private place: { readonly id: number; readonly at: Place } | null = null;
  private readonly lookAgainAt = new Map<number, number>();
  /** How often the model died on a comment. */
  private readonly attempts = new Map<number, number>();

  constructor(
    private readonly relabellings: RelabellingRepository,
    private readonly counts: RelabellingCountsQuery,
    private readonly labeller: SentimentLabeller,
    private readonly roles: RoleRepository,
    private readonly model: LanguageModel,
  ) {}

  /** One batch of labels or one slice of a switch. @returns false when there is nothing to do just now */
  async work(signal: AbortSignal): Promise<boolean> {
    const row = await this.relabellings.claim(this.worker, LEASE.seconds);
    if (!row) return false;
    return row.state === 'switching' ? this.switch(row, signal) : this.label(row, signal);
  }

  /** Lets other processes go on at once. */
  release(): Promise<void> {
    return this.relabellings.release(this.worker);
  }

  private async switch(row: RelabellingRow, signal: AbortSignal): Promise<boolean> {
    if (await this.relabellings.switchSlice(row, SLICE)) return true;
    // Comments that came between the last look and the switch.
    if (this.modelFits(row) && (await this.labelBatch(row, null, signal))) return true;
    await this.relabellings.change(row.workspaceId, row.id, ({ state }) =>
      state === 'switching' ? { state: 'switched', endedAt: new Date() } : null,
    );
    return true;
  }

  private async label(row: RelabellingRow, signal: AbortSignal): Promise<boolean> {
    if (
      performance.now() < (this.lookAgainAt.get(row.id) ?? 0) ||
      !this.modelFits(row) ||
      (await this.counts.freshCommentsWait())
    )
      return false;
    const from = this.place?.id === row.id ? this.place.at : null;
    const end = await this.labelBatch(row, from, signal);
    this.place = end && { id: row.id, at: end };
    if (end || from) return true;
    // From the newest to the oldest nothing is left.
    this.lookAgainAt.set(row.id, performance.now() + LOOK_AGAIN_MS);
    if (!row.readyAt)
      await this.relabellings.change(row.workspaceId, row.id, ({ state, readyAt }) =>
        state === 'running' && !readyAt ? { readyAt: new Date() } : null,
      );
    return false;
  }

  /** The labels of another model would not be those that were asked for. */
  private modelFits({ model }: RelabellingRow): boolean {
    return this.model.inForce('label').status().model === model;
  }

  /** @returns where the batch ended; null when there was nothing to label */
  private async labelBatch(row: RelabellingRow, from: Place | null, signal: AbortSignal): Promise<Place | null> {
    const { comments, end } = await this.relabellings.unlabelled(row, BATCH, from);
    if (!comments.length) return null;
    const role = await this.roles.version(row.workspaceId, LABEL_ROLE, row.version);
    if (!role) throw new Error(`There is no version ${row.version} of the label role`);
    const batch = comments.map((comment) => ({
      ...comment,
      attempts: 1 + (this.attempts.get(comment.commentId) ?? 0),
    }));
    const model = this.model.inForce('label');
    if (model.status().model !== row.model) return end;
    await this.relabellings.store(row, batch, await this.decide(row, model, { claimed: batch, role, signal }));
    return end;
  }

  private async decide(row: RelabellingRow, model: LanguageModel, labelling: Labelling) {
    const renew = async () => {
      await this.relabellings.renew(row, this.worker, LEASE.seconds);
      return true;
    };
    return LEASE.hold({ name: `Re-labelling ${row.id}`, renew, signal: labelling.signal }, async (signal) => {
      try {
        const decided = await this.labeller.decide(model, { ...labelling, signal });
        this.attempts.clear();
        return decided;
      } catch (error) {
        // As with fresh comments: a stop, or a model that does not run at all, is not the comments' fault.
        if (!signal.aborted && model.status().state !== 'failed')
          for (const { commentId, attempts } of labelling.claimed) this.attempts.set(commentId, attempts);
        throw error;
      }
    });
  }
}
