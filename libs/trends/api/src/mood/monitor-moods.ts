import { Injectable } from '@nestjs/common';
import type { MonitorMood, MoodQuery } from '@moodline/trends/contract';
import { MoodOfMonitorsQuery } from '../queries/mood-of-monitors.query';
import { defaultStep, intervalStarts } from './intervals';
import { addCounts, NO_COUNTS, toTotal, type MoodCounts } from './mood-counts';
import { bucketsSuffice } from './mood-counter';
import { MoodFacts, toPoints, volume } from './mood-facts';

/** The mood of each monitor, to see whose voice is how loud. */
@Injectable()
export class MonitorMoods {
  constructor(
    private readonly facts: MoodFacts,
    private readonly query: MoodOfMonitorsQuery,
  ) {}

  /** Every monitor, also one without a comment in the period: own ones first, each side with the most comments first. */
  async all(workspaceId: number, { step, ...wanted }: MoodQuery): Promise<MonitorMood[]> {
    const filter = await this.facts.closedFilter(workspaceId, { ...wanted, monitor: undefined });
    const starts = intervalStarts(filter, step ?? defaultStep(filter), filter.timeZone);
    const request = { filter, starts };
    const [monitors, rows] = await Promise.all([
      this.query.monitors(workspaceId),
      bucketsSuffice(filter) ? this.query.fromBuckets(request) : this.query.fromComments(request),
    ]);
    const slots = new Map(monitors.map(({ id }) => [id, new Array<MoodCounts>(starts.length).fill(NO_COUNTS)]));
    for (const row of rows) {
      const own = slots.get(row.monitorId);
      if (own) own[row.slot] = addCounts(own[row.slot] ?? NO_COUNTS, row);
    }
    return monitors
      .map((monitor) => {
        const own = slots.get(monitor.id) ?? [];
        return { monitor, total: toTotal(own.reduce(addCounts, NO_COUNTS)), points: toPoints(starts, own) };
      })
      .sort((a, b) => Number(a.monitor.competitor) - Number(b.monitor.competitor) || volume(b.total) - volume(a.total));
  }
}
