import { Injectable } from '@nestjs/common';
import { headProbabilities, LanguageModel, type Head } from '@moodline/language-model/api';
import { FeatureTaker } from '../learning/feature-taker';
import { textForModel } from '../label-decision';
import { TAGGED } from '../learning/learn-tag';
import { RelabellingCountsQuery } from '../relabelling/relabelling-counts.query';
import { StoredComments, type StoredApplication } from './stored-comments.query';
import { TagApplications } from './tag-application.repository';
import { lowestOf, TagHeads, TAG_LEASE } from './tag-heads.repository';

/** Comments that are read at once: other work of the model has its turn in between. */
const BATCH = 32;
/** What a head says of a comment in which there is nothing to read. */
const NOTHING_TO_READ = 0;

/** Puts tags on comments that were there before, from the newest to the oldest, a batch per call. */
@Injectable()
export class TagApplier {
  constructor(
    private readonly model: LanguageModel,
    private readonly stored: StoredComments,
    private readonly applications: TagApplications,
    private readonly heads: TagHeads,
    private readonly taker: FeatureTaker,
    private readonly counts: RelabellingCountsQuery,
  ) {}

  /** Comments that wait for their first label come before. @returns whether there was anything to do */
  async applyNext(signal: AbortSignal): Promise<boolean> {
    const open = await this.stored.open();
    if (!open.length || (await this.counts.freshCommentsWait())) return false;
    for (const application of open) if (await this.applyHeld(application, signal)) return true;
    return false;
  }

  private async applyHeld(application: StoredApplication, stop: AbortSignal): Promise<boolean> {
    const { workspaceId, tagId } = application;
    const used = await this.headOf(application);
    if (!used || !(await this.heads.claim(workspaceId, tagId))) return false;
    const renew = () => this.heads.renew(workspaceId, tagId);
    try {
      await TAG_LEASE.hold({ name: `Tag ${tagId}`, renew, signal: stop }, (signal) =>
        this.apply(application, used, signal),
      );
    } finally {
      await this.heads.release(workspaceId, tagId);
    }
    return true;
  }

  private async apply(
    application: StoredApplication,
    { head, from }: { head: Head; from: number },
    signal: AbortSignal,
  ): Promise<void> {
    const batch = await this.stored.next(application, BATCH);
    const features = await this.taker.featuresOf(this.model.inForce('label'), batch, signal);
    const told = batch.map(({ commentId, text }, index) => {
      const read = features[index];
      const probability = read ? headProbabilities(head, read, textForModel(text))?.[TAGGED] : undefined;
      return { commentId, probability: probability ?? NOTHING_TO_READ };
    });
    await this.applications.keep(application, batch, { from, told });
  }

  /** @returns null where the head reads features of another model than the one that labels now */
  private async headOf({ workspaceId, tagId, version }: StoredApplication) {
    const { featuresBy } = this.model.inForce('label');
    if (!featuresBy) return null;
    const versions = await this.heads.versions(workspaceId, tagId, featuresBy);
    const kept = versions.find((one) => one.version === version);
    const head = kept && (await this.heads.head(workspaceId, tagId, version));
    return head ? { head, from: lowestOf(kept.lesson) } : null;
  }
}
