import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import type { CommentFilter } from '@moodline/comments/contract';
import { intervalStarts, type Span } from '../mood/intervals';
import { labelledCount, NO_COUNTS } from '../mood/mood-counts';
import { MoodCounter } from '../mood/mood-counter';
import { MoodFacts } from '../mood/mood-facts';
import type { ClosedFilter } from '../queries/mood-slot';
import { ThemeSampleQuery, type TimedComment } from '../queries/theme-sample.query';
import { ThemeSeenQuery } from '../queries/theme-seen.query';
import { sampleSlices } from './sample-slices';
import { SAMPLE } from './theme-board';
import { membersOf } from './theme-candidates';
import { ThemeRepository, type StoredTheme } from './theme.repository';
import { themesIn } from './themes-in';

const DAY_MS = 86_400_000;
/** Up to so many days are read by the hour and grouped by the day; longer ones are read by the day and grouped by the week. */
const SHORT_DAYS = 8;

/** What themes are followed over: `since` parts the time in which themes are looked for from the one before it. */
export interface ThemeTimes extends Span {
  readonly since: Date;
  /** A theme that is followed whether or not it stands out. */
  readonly also?: number;
}

/** Comments that were read, in the order of their times, and which of them are about each theme. */
export interface ThemeHours {
  readonly read: readonly TimedComment[];
  readonly themes: readonly { readonly theme: StoredTheme; readonly members: readonly TimedComment[] }[];
}

/**
 * Follows themes through time by a sample of bounded size: all labelled comments where there are few, otherwise as many of the time
 * before as of the time since, spread over their days. A share of what was read of an hour is that of its comments, give or take chance.
 */
@Injectable()
export class ThemeFollower {
  constructor(
    private readonly moods: MoodFacts,
    private readonly counter: MoodCounter,
    private readonly samples: ThemeSampleQuery,
    private readonly seen: ThemeSeenQuery,
    private readonly store: ThemeRepository,
    private readonly comments: CommentRepository,
  ) {}

  /** Hidden themes are left out. */
  async follow(workspaceId: number, asked: CommentFilter, { from, since, to, also }: ThemeTimes): Promise<ThemeHours> {
    const filter = await this.filterOf(workspaceId, asked, { from, to });
    const [before, now] = await Promise.all([
      this.sample(filter, { from, to: since }),
      this.sample(filter, { from: since, to }),
    ]);
    const found = new Map<number, StoredTheme>();
    for (const part of partsOf(now, { from: since, to }))
      for (const theme of await themesIn(this.store, workspaceId, { now: part, before })) found.set(theme.id, theme);
    if (also !== undefined && !found.has(also)) {
      const theme = (await this.store.all(workspaceId)).find(({ id }) => id === also);
      if (theme) found.set(also, theme);
    }
    const read = [...before, ...now];
    return {
      read,
      themes: [...found.values()]
        .filter(({ hidden, id }) => !hidden || id === also)
        .map((theme) => ({ theme, members: membersOf(theme.words, read).map((index) => read[index] as TimedComment) })),
    };
  }

  /** Whether any comment of a time, read or not, is about a theme. */
  async wasSeen(workspaceId: number, asked: CommentFilter, theme: StoredTheme, span: Span): Promise<boolean> {
    const filter = await this.filterOf(workspaceId, asked, span);
    return this.seen.any({ ...filter, theme: theme.id, themeWords: theme.words });
  }

  private async filterOf(workspaceId: number, asked: CommentFilter, { from, to }: Span): Promise<ClosedFilter> {
    const searchIndexed = await this.comments.searchIndexed(workspaceId);
    const times = { from: from.toISOString(), to: to.toISOString(), theme: undefined };
    return { ...(await this.moods.closedFilter(workspaceId, { ...asked, ...times })), searchIndexed };
  }

  private async sample(filter: ClosedFilter, span: Span): Promise<TimedComment[]> {
    const own = { ...filter, ...span };
    const starts = intervalStarts(span, isShort(span) ? 'hour' : 'day', filter.timeZone).map((start) =>
      start < span.from ? span.from : start,
    );
    const { slots } = await this.counter.count(own, starts);
    const intervals = starts.map((from, index) => ({
      from,
      to: starts[index + 1] ?? span.to,
      n: labelledCount(slots[index] ?? NO_COUNTS),
    }));
    return this.samples.read(own, sampleSlices(intervals, SAMPLE));
  }
}

const isShort = ({ from, to }: Span) => to.getTime() - from.getTime() <= SHORT_DAYS * DAY_MS;

/** Comments by day or week: a theme of one bad day is lost among those of a month. */
function partsOf(comments: readonly TimedComment[], span: Span): (readonly TimedComment[])[] {
  const length = (isShort(span) ? 1 : 7) * DAY_MS;
  // Counted from the end, so that the newest part is a whole one.
  const partOf = ({ publishedAt }: TimedComment) =>
    Math.floor((span.to.getTime() - 1 - publishedAt.getTime()) / length);
  return [...Map.groupBy(comments, partOf).values()];
}
