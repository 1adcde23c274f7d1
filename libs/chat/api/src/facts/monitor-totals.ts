import { Injectable } from '@nestjs/common';
import type { CommentFilter } from '@moodline/comments/contract';
import { MoodFacts } from '@moodline/trends/api';
import type { MoodTotal } from '@moodline/trends/contract';
import { SurroundingsQuery } from '../queries/surroundings.query';

/** The numbers of each monitor. */
@Injectable()
export class MonitorTotals {
  constructor(
    private readonly moods: MoodFacts,
    private readonly names: SurroundingsQuery,
  ) {}

  /** @param only names of those that are asked about; all of them where it is empty */
  async rows(
    workspaceId: number,
    within: CommentFilter,
    only: readonly string[],
  ): Promise<{ name: string; total: MoodTotal; filter: CommentFilter }[]> {
    const monitors = (await this.names.monitors(workspaceId)).filter(({ name }) => !only.length || only.includes(name));
    return Promise.all(
      monitors.map(async ({ id, name }) => {
        const { total } = await this.moods.series(workspaceId, { ...within, monitor: id });
        return { name, total, filter: { monitor: id } };
      }),
    );
  }
}
