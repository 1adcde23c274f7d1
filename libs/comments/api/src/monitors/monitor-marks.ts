import { Injectable } from '@nestjs/common';
import type { Comment } from '@moodline/comments/contract';
import { NotFoundError } from '@moodline/shared/http';
import { MonitorMatcher } from './monitor-matcher';
import { MonitorRepository } from './monitor.repository';

/** Marks in comments where the keywords of a monitor stand. */
@Injectable()
export class MonitorMarks {
  constructor(private readonly monitors: MonitorRepository) {}

  /** The comments with the places of the monitor's words; of a monitor that is gone, the comments as they are. */
  async mark(workspaceId: number, monitorId: number, comments: readonly Comment[]): Promise<Comment[]> {
    const rules = await this.rulesOf(workspaceId, monitorId);
    if (!rules) return [...comments];
    const matcher = new MonitorMatcher([{ id: monitorId, rules }]);
    return comments.map((comment) => ({
      ...comment,
      spans: [...(matcher.match({ ...comment, sourceId: comment.source.id })[0]?.spans ?? [])],
    }));
  }

  private async rulesOf(workspaceId: number, monitorId: number) {
    try {
      return (await this.monitors.find(workspaceId, monitorId)).rules;
    } catch (error) {
      if (error instanceof NotFoundError) return null;
      throw error;
    }
  }
}
