import { Injectable } from '@nestjs/common';
import type { CommentIntake } from '@moodline/comments/api';
import { MoodBuckets } from './buckets/mood-buckets.repository';
import { LabelQueue } from './label-queue.repository';
import { LabelStore } from './label-store.repository';

/** Where labels, queue and counts take part in what happens to comments. */
@Injectable()
export class LabelHooks {
  constructor(
    private readonly queue: LabelQueue,
    private readonly labels: LabelStore,
    private readonly buckets: MoodBuckets,
  ) {}

  join(intake: CommentIntake): void {
    const { queue, labels } = this;
    intake.countedBy(this.buckets);
    intake.onStored((transaction, workspaceId, ids) => queue.enqueue(transaction, workspaceId, ids), 'labels');
    intake.verdictHook = (transaction, workspaceId, verdicts) => labels.keepGiven(transaction, workspaceId, verdicts);
    intake.onRemoving((transaction, workspaceId, ids) => labels.forget(transaction, workspaceId, ids), 'labels');
    intake.onErasing((transaction, workspaceId, ids) => labels.forgetWords(transaction, workspaceId, ids), 'labels');
  }
}
