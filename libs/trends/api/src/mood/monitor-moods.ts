import { Injectable } from '@nestjs/common';
import type { MonitorMood, MoodQuery } from '@moodline/trends/contract';
import { MoodOfMonitorsQuery, type MonitorSlot } from '../queries/mood-of-monitors.query';
import { defaultStep, intervalStarts } from './intervals';
import { addCounts, NO_COUNTS, toTotal, type MoodCounts } from './mood-counts';
import { MoodFacts, toPoints, volume } from './mood-facts';
import { MoodWays } from './mood-ways';

/** The mood of each monitor, to see whose voice is how loud. */
@Injectable()
export class MonitorMoods {
  constructor(
    private readonly facts: MoodFacts,
    private readonly query: MoodOfMonitorsQuery,
    private readonly ways: MoodWays,
  ) {}

  /** Every monitor, also one without a comment in the period: own ones first, each side with the most comments first. */
  async all(workspaceId: number, { step, ...wanted }: MoodQuery): Promise<MonitorMood[]> {
    const filter = await this.facts.closedFilter(workspaceId, { ...wanted, monitor: undefined });
    const starts = intervalStarts(filter, step ?? defaultStep(filter), filter.timeZone);
    const [monitors, rows] = await Promise.all([
      this.query.monitors(workspaceId),
      this.ways.rows<MonitorSlot>(
        { filter, starts },
        {
          buckets: (request) => this.query.fromBuckets(request),
          days: (request, days) => this.query.fromDays(request, days),
          comments: (request) => this.query.fromComments(request),
        },
        true,
      ),
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
