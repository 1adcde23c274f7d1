import { Inject, Injectable, Optional } from '@nestjs/common';
import { DIGEST_KINDS, type DigestKind, type DigestSettings } from '@moodline/reports/contract';
import { nextOccurrence } from '../schedule/occurrences';
import { digestReport } from './digest-plan';
import { DigestsQuery, type DigestWorkspace } from '../queries/digests.query';
import { DigestRepository, type WantedDigest } from './digest.repository';

/** Sees to it that there is a summary by the clock of each day, week and month, of all comments and of each monitor. */
@Injectable()
export class DigestKeeper {
  constructor(
    private readonly digests: DigestRepository,
    private readonly query: DigestsQuery,
    @Optional() @Inject('report-clock') private readonly now: () => Date = () => new Date(),
  ) {}

  /** Switches them on, in a language, or off. */
  async change(workspaceId: number, settings: DigestSettings): Promise<void> {
    await this.digests.change(workspaceId, settings);
    await this.keepUp(workspaceId);
  }

  /** Follows the monitors of a workspace, or of all. Twice is no harm. */
  async keepUp(workspaceId: number | null = null): Promise<void> {
    for (const workspace of await this.query.workspaces(workspaceId))
      await this.digests.settle(workspace, this.wanted(workspace));
  }

  private wanted({ language, timeZone, monitors }: DigestWorkspace): WantedDigest[] {
    const nextAt = (kind: DigestKind) => {
      const { schedule } = digestReport(kind, language, null);
      if (!schedule) throw new Error(`A digest of each ${kind} has no schedule.`);
      return nextOccurrence(schedule, this.now(), timeZone).at;
    };
    return [null, ...monitors].flatMap((monitor) =>
      DIGEST_KINDS.map((kind) => ({ kind, language, monitor, nextAt: nextAt(kind) })),
    );
  }
}
