import { Injectable } from '@nestjs/common';
import { MOST_RELABELLING_DAYS, type AdoptionEffort } from '@moodline/sentiment/contract';
import { RelabellingCountsQuery } from '../relabelling/relabelling-counts.query';
import { RelabellingSpeed } from '../relabelling/relabelling-speed';
import { LabelVersions } from '../roles/label-versions.repository';

/** What putting a learned head in force takes: all comments are labelled again. A head of one's own is as fast as the one in force. */
@Injectable()
export class AdoptionEffortReader {
  constructor(
    private readonly counts: RelabellingCountsQuery,
    private readonly speed: RelabellingSpeed,
    private readonly versions: LabelVersions,
  ) {}

  async read(workspaceId: number): Promise<AdoptionEffort> {
    const since = await this.counts.since(workspaceId, MOST_RELABELLING_DAYS);
    const comments = await this.counts.inBuckets({ workspaceId, since });
    if (!comments) return { comments, perSecond: null };
    return { comments, perSecond: await this.speed.perSecond(workspaceId, await this.versions.inForce(workspaceId)) };
  }
}
