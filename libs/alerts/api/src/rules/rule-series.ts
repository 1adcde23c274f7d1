import { Injectable } from '@nestjs/common';
import type { AlertScope } from '@moodline/alerts/contract';
import { BASELINE_WEEKS } from '../detection/readings';
import { HOUR_MS, HourSeries } from '../detection/hour-series';
import { HourlyCountsQuery, type RuleTransaction } from '../queries/hourly-counts.query';
import { ScopeNamesQuery } from '../queries/scope-names.query';
import { lastFullHour } from './last-full-hour';

/** What is read before the first reading: the weeks that say what is usual, a window, and the hour beside it. */
const BEFORE_HOURS = BASELINE_WEEKS * 168 + 50;

/** Reads the series of a rule from the buckets. */
@Injectable()
export class RuleSeries {
  constructor(
    private readonly counts: HourlyCountsQuery,
    private readonly names: ScopeNamesQuery,
  ) {}

  /**
   * @param hours that readings are wanted for, up to the last full hour
   * @returns the series, and the index of the first of these hours
   */
  async read(
    workspaceId: number,
    scope: AlertScope,
    { hours, now, connection }: { readonly hours: number; readonly now: Date; readonly connection?: RuleTransaction },
  ): Promise<{ series: HourSeries; first: number; timeZone: string }> {
    const { timeZone } = await this.names.of(workspaceId, scope);
    const end = lastFullHour(now, timeZone);
    const start = new Date(end.getTime() - (hours + BEFORE_HOURS) * HOUR_MS);
    const found = await this.counts.list({ workspaceId, scope, from: start, to: end }, connection);
    return { series: HourSeries.of(found, start.getTime(), end.getTime()), first: BEFORE_HOURS, timeZone };
  }
}
