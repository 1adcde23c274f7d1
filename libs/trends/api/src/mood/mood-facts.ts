import { Injectable } from '@nestjs/common';
import { addDays, dayOf, FilterResolver, startOfDay } from '@moodline/comments/api';
import type { CommentFilter } from '@moodline/comments/contract';
import type {
  DataRange,
  MoodPoint,
  MoodQuery,
  MoodSeries,
  MoodTotal,
  Period,
  SourceMood,
} from '@moodline/trends/contract';
import { DataRangeQuery } from '../queries/data-range.query';
import type { ClosedFilter } from '../queries/mood-slot';
import { SourceNamesQuery } from '../queries/source-names.query';
import { EmptyPeriodError } from '../trends.errors';
import { defaultStep, intervalStarts, previousSpan, type Span } from './intervals';
import { toFigures, toTotal, type MoodCounts } from './mood-counts';
import { MoodCounter } from './mood-counter';
import { turnsOf } from './mood-turns';

/** Days shown while there are no comments at all. */
const EMPTY_RANGE_DAYS = 30;

/** The numbers of the mood: what charts, tiles, summaries and answers rest on. */
@Injectable()
export class MoodFacts {
  constructor(
    private readonly filters: FilterResolver,
    private readonly counter: MoodCounter,
    private readonly ranges: DataRangeQuery,
    private readonly sourceNames: SourceNamesQuery,
  ) {}

  /** Line, total and the total of the period before (`previousSpan`). */
  async series(workspaceId: number, { step, ...wanted }: MoodQuery): Promise<MoodSeries> {
    const filter = await this.closedFilter(workspaceId, wanted);
    const chosen = step ?? defaultStep(filter);
    const starts = intervalStarts(filter, chosen, filter.timeZone);
    const before = { ...filter, ...previousSpan(filter, filter.timeZone) };
    const [count, previous] = await Promise.all([
      this.counter.count(filter, starts),
      this.counter.count(before, [before.from]),
    ]);
    const points = toPoints(starts, count.slots);
    return {
      step: chosen,
      timeZone: filter.timeZone,
      period: toPeriod(filter),
      points,
      turns: turnsOf(points),
      total: toTotal(count.total),
      previous: { period: toPeriod(before), total: toTotal(previous.total) },
    };
  }

  /** The same per source, most comments first. Sources without a comment in the period are left out. */
  async sources(workspaceId: number, { step, ...wanted }: MoodQuery): Promise<SourceMood[]> {
    const filter = await this.closedFilter(workspaceId, wanted);
    const starts = intervalStarts(filter, step ?? defaultStep(filter), filter.timeZone);
    const [count, names] = await Promise.all([this.counter.count(filter, starts), this.sourceNames.list(workspaceId)]);
    return names
      .flatMap((source) => {
        const own = count.bySource.get(source.id);
        return own ? [{ source, total: toTotal(own.total), points: toPoints(starts, own.slots) }] : [];
      })
      .filter(({ total }) => volume(total) > 0)
      .sort((a, b) => volume(b.total) - volume(a.total));
  }

  /** Counts of a filter as a whole. */
  async total(filter: ClosedFilter): Promise<MoodTotal> {
    return toTotal((await this.counter.count(filter, [filter.from])).total);
  }

  async dataRange(workspaceId: number): Promise<DataRange> {
    const [{ timeZone }, { first, last, comments }] = await Promise.all([
      this.filters.resolve(workspaceId, {}),
      this.ranges.read(workspaceId),
    ]);
    return { first: first && dayOf(first, timeZone), last: last && dayOf(last, timeZone), comments };
  }

  /** A filter with both ends, of comments that count in the mood: an open end is the first or the last day on which there are comments. */
  async closedFilter(workspaceId: number, wanted: CommentFilter): Promise<ClosedFilter> {
    const filter = await this.filters.resolve(workspaceId, wanted);
    const span = filter.from && filter.to ? { from: filter.from, to: filter.to } : await this.closedSpan(filter);
    if (span.to <= span.from) throw new EmptyPeriodError();
    return { ...filter, ...span, counted: true };
  }

  private async closedSpan({
    workspaceId,
    timeZone,
    from,
    to,
  }: {
    workspaceId: number;
    timeZone: string;
    from: Date | null;
    to: Date | null;
  }): Promise<Span> {
    const range = await this.ranges.read(workspaceId);
    const lastDay = dayOf(range.last ?? new Date(), timeZone);
    const firstDay = range.first ? dayOf(range.first, timeZone) : addDays(lastDay, 1 - EMPTY_RANGE_DAYS);
    const closed = {
      from: from ?? startOfDay(firstDay, timeZone),
      to: to ?? startOfDay(addDays(lastDay, 1), timeZone),
    };
    if (closed.to > closed.from) return closed;
    // The given end lies outside the data: show the one day beside it, which is empty, rather than an error.
    return from
      ? { from, to: startOfDay(addDays(dayOf(from, timeZone), 1), timeZone) }
      : { from: startOfDay(addDays(dayOf(closed.to, timeZone), -1), timeZone), to: closed.to };
  }
}

const toPeriod = ({ from, to }: Span): Period => ({ from: from.toISOString(), to: to.toISOString() });

export const volume = (total: MoodTotal): number => total.n + total.unlabelled;

export function toPoints(starts: readonly Date[], slots: readonly MoodCounts[]): MoodPoint[] {
  return starts.flatMap((start, index) => {
    const counts = slots[index];
    if (!counts) return [];
    const { unlabelled } = counts;
    return [{ start: start.toISOString(), ...toFigures(counts), ...(unlabelled > 0 && { unlabelled }) }];
  });
}
