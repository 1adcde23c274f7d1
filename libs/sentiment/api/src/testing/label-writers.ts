import type { CommentIntake, MonitorRematchRepository } from '@moodline/comments/api';
import { BucketZone } from '../buckets/bucket-zone.repository';
import { FacetDays } from '../buckets/facet-days.repository';
import { MonitorBuckets } from '../buckets/monitor-buckets.repository';
import { MoodBuckets } from '../buckets/mood-buckets.repository';
import { LabelCountsQuery } from '../label-counts.query';
import { LabelHooks } from '../label-hooks';
import { LabelQueue } from '../label-queue.repository';
import { LabelStore } from '../label-store.repository';

/** For specs: whatever writes labels and counts, over one database. */
export class LabelWriters {
  readonly queue: LabelQueue;
  readonly buckets = new MoodBuckets();
  readonly store: LabelStore;
  readonly counts: LabelCountsQuery;
  readonly zone: BucketZone;
  readonly facetDays: FacetDays;

  constructor(database: ConstructorParameters<typeof LabelQueue>[0]) {
    this.queue = new LabelQueue(database);
    this.store = new LabelStore(database, this.queue, this.buckets);
    this.counts = new LabelCountsQuery(database);
    this.zone = new BucketZone(database, this.buckets);
    this.facetDays = new FacetDays(database, this.buckets);
  }

  /** Takes part where comments come and go, and where monitors are matched anew. */
  joins(intake: CommentIntake, rematch?: MonitorRematchRepository): this {
    new LabelHooks(this.queue, this.store, this.buckets).join(intake);
    rematch?.countedBy(new MonitorBuckets(this.buckets));
    return this;
  }
}
