import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import type { CommentFilter } from '@moodline/comments/contract';
import { netChange, type MoodTotal, type Step } from '@moodline/trends/contract';
import { defaultStep, intervalStarts, previousSpan, type Span } from '../mood/intervals';
import { labelledCount, NO_COUNTS, toTotal, type MoodCounts } from '../mood/mood-counts';
import { MoodCounter, type MoodCount } from '../mood/mood-counter';
import { MoodFacts } from '../mood/mood-facts';
import { riseStart } from '../mood/rise';
import type { ClosedFilter } from '../queries/mood-slot';
import { ThemeSampleQuery } from '../queries/theme-sample.query';
import { sampleSlices } from './sample-slices';
import { scoreOf, type SampledComment } from './sampled-comment';
import { shareOfChange, wholePoints, type ChangingPart } from './share-of-change';
import { membersOf } from './theme-candidates';
import { themesIn } from './themes-in';
import { ThemeRepository, type StoredTheme } from './theme.repository';

/** Comments of each period that are read to find themes: more make it slower and change none. */
export const SAMPLE = 4_000;
/** Labelled comments before, under which nothing is compared. */
const LEAST_BEFORE = 20;

/** A theme with its numbers. `points` as in `Theme` of the contract. */
export interface BoardTheme {
  readonly theme: StoredTheme;
  /** Counts of the period, by interval and source, and of the one before. */
  readonly count: MoodCount;
  readonly total: MoodTotal;
  readonly before: MoodTotal | null;
  readonly points: number | null;
  readonly rose: Date | null;
  /** Its comments among those that were read. */
  readonly members: readonly SampledComment[];
}

/** What a period's comments are about. */
export interface Board {
  readonly filter: ClosedFilter;
  readonly previous: Span;
  readonly step: Step;
  /** Beginnings of the period's intervals. */
  readonly starts: readonly Date[];
  readonly total: MoodTotal;
  readonly slots: readonly MoodCounts[];
  readonly before: MoodTotal;
  /** Of the most comments first. */
  readonly themes: readonly BoardTheme[];
  readonly hidden: readonly StoredTheme[];
  /** Whether enough is labelled in both periods to compare them. */
  readonly compared: boolean;
  /** Change of net mood in whole points, and what of it no theme explains; null where there is none beyond chance: nothing explains that. */
  readonly change: number | null;
  readonly rest: number | null;
  /** Labelled comments that were read: all of the period, or a sample. */
  readonly comments: readonly SampledComment[];
  /** How many were read, and how many of them are in no theme. */
  readonly sample: number;
  readonly inNoTheme: number;
}

/** What beside the filter a board is read for. */
export interface BoardWish {
  /** A theme that is counted whether or not it stands out. */
  readonly also?: StoredTheme;
  /** What the period is compared with; without it, the period before it (`previousSpan`). */
  readonly compared?: Span;
}

/** Finds and counts themes: the one grouping that pages, summaries, answers and reports tell. */
@Injectable()
export class ThemeBoard {
  constructor(
    private readonly moods: MoodFacts,
    private readonly counter: MoodCounter,
    private readonly samples: ThemeSampleQuery,
    private readonly store: ThemeRepository,
    private readonly comments: CommentRepository,
  ) {}

  /** Themes that are kept and not hidden, whether or not they stand out anywhere. */
  async kept(workspaceId: number): Promise<StoredTheme[]> {
    return (await this.store.all(workspaceId)).filter(({ hidden }) => !hidden);
  }

  /** The board of a filter; a theme in it narrows nothing. */
  async read(workspaceId: number, asked: CommentFilter, { also, compared }: BoardWish = {}): Promise<Board> {
    const searchIndexed = await this.comments.searchIndexed(workspaceId);
    const filter = {
      ...(await this.moods.closedFilter(workspaceId, { ...asked, theme: undefined })),
      searchIndexed,
    };
    const times = timesOf(filter, compared);
    const { now, earlier, read, readBefore } = await this.sampled(filter, times);
    const known = await themesIn(this.store, workspaceId, { now: read, before: readBefore });
    const found = also && !known.some(({ id }) => id === also.id) ? [...known, also] : known;
    const shown = found.filter(({ hidden, id }) => !hidden || id === also?.id);
    const [counted, all] = await Promise.all([
      Promise.all(shown.map((theme) => this.counted(filter, theme, times))),
      this.store.all(workspaceId),
    ]);
    const members = shown.map(({ words }) => ({ now: membersOf(words, read), before: membersOf(words, readBefore) }));
    const [total, before] = [toTotal(now.total), toTotal(earlier.total)];
    const isComparable = before.n >= LEAST_BEFORE;
    const moved = isComparable ? netChange(total, before) : null;
    const change = moved?.clear ? moved.difference : null;
    const shares = sharesOf(members, { now: read, before: readBefore });
    const points = change === null ? null : wholePoints(withRest(shares, change), change);
    const themes = counted.map((count, index) => ({
      theme: count.theme,
      count: count.now,
      total: toTotal(count.now.total),
      before: isComparable ? toTotal(count.before.total) : null,
      points: points?.[index] ?? null,
      rose: isComparable ? count.rose : null,
      members: (members[index]?.now ?? []).map((row) => read[row] as SampledComment),
    }));
    return {
      ...{ filter, previous: times.previous, step: times.step, starts: times.starts },
      ...{ total, slots: now.slots, before, compared: moved !== null, change, rest: points?.at(-1) ?? null },
      themes: themes.sort((a, b) => b.total.n - a.total.n),
      hidden: all.filter(({ hidden }) => hidden),
      comments: read,
      sample: read.length,
      inNoTheme: read.length - new Set(members.flatMap((own) => own.now)).size,
    };
  }

  /** Counts of the period and the one before, and what is read of both. */
  private async sampled(filter: ClosedFilter, { starts, previous, before }: Times) {
    const earlierFilter = { ...filter, ...previous };
    const [now, earlier] = await Promise.all([
      this.counter.count(filter, starts),
      this.counter.count(earlierFilter, before),
    ]);
    const [read, readBefore] = await Promise.all([
      this.samples.read(filter, sampleSlices(intervalsOf(filter, starts, now.slots), SAMPLE)),
      this.samples.read(earlierFilter, sampleSlices(intervalsOf(previous, before, earlier.slots), SAMPLE)),
    ]);
    return { now, earlier, read, readBefore };
  }

  private async counted(filter: ClosedFilter, theme: StoredTheme, { starts, previous, before }: Times) {
    const own = { ...filter, theme: theme.id, themeWords: theme.words };
    const [now, earlier] = await Promise.all([
      this.counter.count(own, starts),
      this.counter.count({ ...own, ...previous }, before),
    ]);
    const counts = [...earlier.slots, ...now.slots].map(labelledCount);
    const at = riseStart(counts);
    return { theme, now, before: earlier, rose: at === null ? null : (starts[at - before.length] ?? null) };
  }
}

interface Times {
  readonly step: Step;
  readonly starts: readonly Date[];
  readonly previous: Span;
  /** Beginnings of the intervals of the period before. */
  readonly before: readonly Date[];
}

function timesOf(filter: ClosedFilter, compared?: Span): Times {
  const step = defaultStep(filter);
  const { from, to } = compared ?? previousSpan(filter, filter.timeZone);
  const previous = { from, to };
  const within = (span: Span) =>
    intervalStarts(span, step, filter.timeZone).map((start) => (start < span.from ? span.from : start));
  return { step, starts: within(filter), previous, before: within(previous) };
}

const intervalsOf = (span: Span, starts: readonly Date[], slots: readonly MoodCounts[]) =>
  starts.map((from, index) => ({
    from,
    to: starts[index + 1] ?? span.to,
    n: labelledCount(slots[index] ?? NO_COUNTS),
  }));

interface Members {
  readonly now: readonly number[];
  readonly before: readonly number[];
}

/** Points of each theme by what was read; a comment in k themes counts as 1/k of one in each. The last part is what is in none. */
function sharesOf(
  members: readonly Members[],
  read: { readonly now: readonly SampledComment[]; readonly before: readonly SampledComment[] },
): number[] {
  const parts = (period: 'now' | 'before') => {
    const comments = read[period];
    const themes = new Array<number>(comments.length).fill(0);
    for (const own of members) for (const index of own[period]) themes[index] = (themes[index] ?? 0) + 1;
    const sum = (indexes: readonly number[]) =>
      indexes.reduce(
        (all, index) => {
          const comment = comments[index] as SampledComment;
          const weight = 1 / Math.max(1, themes[index] ?? 1);
          return { n: all.n + weight, score: all.score + weight * scoreOf(comment) };
        },
        { n: 0, score: 0 },
      );
    const none = comments.flatMap((_, index) => (themes[index] ? [] : [index]));
    return [...members.map((own) => sum(own[period])), sum(none)];
  };
  const [now, before] = [parts('now'), parts('before')];
  const changing: ChangingPart[] = now.map((part, index) => ({
    now: part,
    before: before[index] ?? { n: 0, score: 0 },
  }));
  return shareOfChange(changing).map(({ points }) => points);
}

/** What was read is not all there is, and numbers are shown rounded: the difference belongs to what no theme explains. */
function withRest(shares: readonly number[], change: number): number[] {
  const themes = shares.slice(0, -1);
  return [...themes, change - themes.reduce((sum, points) => sum + points, 0)];
}
