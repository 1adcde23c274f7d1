import { Injectable } from '@nestjs/common';
import type { TagScope } from '@moodline/sentiment/contract';
import { RelabellingCountsQuery } from '../relabelling/relabelling-counts.query';
import { RelabellingSpeed } from '../relabelling/relabelling-speed';
import { LabelVersions } from '../roles/label-versions.repository';
import { StoredComments } from './stored-comments.query';

/** What putting a tag on stored comments has to do. */
@Injectable()
export class TagScopes {
  constructor(
    private readonly comments: StoredComments,
    private readonly counts: RelabellingCountsQuery,
    private readonly speed: RelabellingSpeed,
    private readonly versions: LabelVersions,
  ) {}

  /** How many comments would be read, and how long that takes. */
  async scope(workspaceId: number, days: number): Promise<TagScope> {
    const { total } = await this.stored(workspaceId, days);
    // Reading for a tag is what labelling by a head is.
    const version = await this.versions.inForce(workspaceId);
    const perSecond = total ? await this.speed.perSecond(workspaceId, { ...version, kind: 'head' }) : null;
    return { total, seconds: perSecond ? Math.ceil(total / perSecond) : null };
  }

  /** The comments of so many days back from the newest. */
  async stored(workspaceId: number, days: number): Promise<{ since: Date; last: number; total: number }> {
    const [since, last] = await Promise.all([
      this.counts.since(workspaceId, days),
      this.comments.newestId(workspaceId),
    ]);
    return { since, last: last ?? 0, total: await this.counts.inBuckets({ workspaceId, since }) };
  }
}
