import { Injectable } from '@nestjs/common';
import type { AlertScope, AlertWatch } from '@moodline/alerts/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import { ThemeFollower, type ThemeHours } from '@moodline/trends/api';
import { BASELINE_WEEKS } from '../detection/readings';
import { HOUR_MS, HourSeries, NO_COMMENTS, type HourCounts } from '../detection/hour-series';
import { HourlyCountsQuery, type RuleTransaction } from '../queries/hourly-counts.query';
import { ScopeNamesQuery } from '../queries/scope-names.query';
import { lastFullHour } from './last-full-hour';

/** What is read before the first reading: the weeks that say what is usual, a window, and the hour beside it. */
const BEFORE_HOURS = BASELINE_WEEKS * 168 + 50;

/** A theme that is followed, with its comments among those that were read. */
export type FollowedTheme = ThemeHours['themes'][number];

/** A series that a rule watches. Of a rule for themes there is one a theme. */
export interface WatchedSeries {
  readonly series: HourSeries;
  readonly followed: FollowedTheme | null;
}

export interface SeriesWish {
  /** That readings are wanted for, up to the last full hour. */
  readonly hours: number;
  readonly now: Date;
  /** A theme that is followed even if it does not stand out any more. */
  readonly theme?: number;
  readonly connection?: RuleTransaction;
}

/** `first` is the index of the first of the wanted hours. */
export interface RuleReading {
  readonly watched: readonly WatchedSeries[];
  readonly first: number;
  readonly timeZone: string;
}

/** Reads the series of a rule: from the buckets, or for themes from a sample of the comments. */
@Injectable()
export class RuleSeries {
  constructor(
    private readonly counts: HourlyCountsQuery,
    private readonly names: ScopeNamesQuery,
    private readonly themes: ThemeFollower,
  ) {}

  async read(
    workspaceId: number,
    watch: Pick<AlertWatch, 'measure' | 'scope'>,
    wish: SeriesWish,
  ): Promise<RuleReading> {
    const { scope } = watch;
    const { timeZone } = await this.names.of(workspaceId, scope);
    const end = lastFullHour(wish.now, timeZone);
    const since = new Date(end.getTime() - wish.hours * HOUR_MS);
    const from = new Date(since.getTime() - BEFORE_HOURS * HOUR_MS);
    const span = { from, since, to: end };
    const watched =
      watch.measure === 'themes' ? this.ofThemes(workspaceId, scope, { ...span, also: wish.theme }) : null;
    if (watched) return { watched: await watched, first: BEFORE_HOURS, timeZone };
    const found = await this.counts.list({ workspaceId, scope, from, to: end }, wish.connection);
    const series = HourSeries.of(found, from.getTime(), end.getTime());
    return { watched: [{ series, followed: null }], first: BEFORE_HOURS, timeZone };
  }

  /** Of each hour of those that were read, how many are about the theme and how many are not. */
  private async ofThemes(
    workspaceId: number,
    scope: AlertScope,
    times: { readonly from: Date; readonly since: Date; readonly to: Date; readonly also?: number },
  ): Promise<WatchedSeries[]> {
    const { read, themes } = await this.themes.follow(workspaceId, filterOf(scope), times);
    const [start, end] = [times.from.getTime(), times.to.getTime()];
    const hourOf = ({ publishedAt }: { readonly publishedAt: Date }) =>
      Math.floor((publishedAt.getTime() - start) / HOUR_MS);
    const all = Map.groupBy(read, hourOf);
    return themes.map((followed) => {
      const own = Map.groupBy(followed.members, hourOf);
      const hours = [...all].map(([hour, comments]): HourCounts & { readonly hour: Date } => {
        const negative = own.get(hour)?.length ?? 0;
        return {
          ...NO_COMMENTS,
          negative,
          neutral: comments.length - negative,
          hour: new Date(start + hour * HOUR_MS),
        };
      });
      return { series: HourSeries.of(hours, start, end), followed };
    });
  }
}

/** A scope as the comments that it takes. */
export function filterOf({ monitor, tag, sources, languages }: AlertScope): CommentFilter {
  return {
    ...(monitor !== null && { monitor }),
    ...(tag && { tag }),
    ...(sources.length && { source: sources.map(String) }),
    ...(languages.length && { language: languages }),
  };
}
