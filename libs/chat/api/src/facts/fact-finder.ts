import { Injectable } from '@nestjs/common';
import type { Intent } from '@moodline/chat/contract';
import { dayOf } from '@moodline/comments/api';
import type { CommentFilter } from '@moodline/shared/contract';
import {
  factText,
  MoodFacts,
  netMoodLine,
  shareLine,
  signed,
  tellingShare,
  wholeNet,
  wholeShare,
  type ClosedFilter,
} from '@moodline/trends/api';
import type { MoodSeries, Period } from '@moodline/trends/contract';
import { QuotesQuery } from '../queries/quotes.query';
import type { Inquiry } from '../question/inquiry';
import type { QuestionLanguage } from '../question/question-language';
import { lineExhibit, netMoodWord, sourceRow, themesTable, totalsTable } from './exhibits';
import { FactSheet } from './fact-sheet';
import { addQuote, addThemes, ThemeFacts } from './theme-facts';
import { busiestOf, turningPoint } from './turning-point';

/** Under this many labelled comments there is nothing to tell. */
export const LEAST_COMMENTS = 5;
const THEMES = 3;
const SOURCES = 4;
const QUOTES = 4;
const LONG_PERIOD_MS = 31 * 86_400_000;

/** What was found: the facts, and how many labelled comments the question is about. */
export interface Findings {
  readonly sheet: FactSheet;
  readonly n: number;
}

/** What the fact builders work with. */
interface Search extends Inquiry {
  readonly sheet: FactSheet;
  readonly series: MoodSeries;
  /** `2026-05-03..2026-05-09` */
  readonly days: string;
  readonly signal: AbortSignal;
}

/** Finds the facts that answer a question: one fixed way for each intent, every number from SQL. */
@Injectable()
export class FactFinder {
  private readonly builders: Partial<Record<Intent, (search: Search) => Promise<void>>> = {
    trend: (search) => this.trend(search),
    compare: (search) => this.compare(search),
    why: (search) => this.why(search),
    complaints: (search) => this.themes(search, 'negative'),
    praise: (search) => this.themes(search, 'positive'),
    source: (search) => this.sources(search),
    topic: (search) => this.topic(search),
    quotes: (search) => this.quotes(search),
  };

  constructor(
    private readonly moods: MoodFacts,
    private readonly themeFacts: ThemeFacts,
    private readonly quotesQuery: QuotesQuery,
  ) {}

  /** Whether questions of this kind have an answer. */
  serves(intent: Intent): boolean {
    return intent in this.builders;
  }

  async find(inquiry: Inquiry, signal: AbortSignal): Promise<Findings> {
    const { filter, series } = await this.scope(inquiry);
    const sheet = new FactSheet();
    const n = series.total.n;
    if (n < LEAST_COMMENTS) return { sheet, n };
    await this.builders[inquiry.intent]?.({
      ...inquiry,
      filter,
      sheet,
      series,
      days: daysOf(series.period, series.timeZone),
      signal,
    });
    if (inquiry.dataEnd) sheet.add(`data end | ${inquiry.dataEnd}`, {});
    return { sheet, n };
  }

  /** The comments that are meant. Hardly anybody writes "charging case" out: where a phrase is not found its last words are. */
  private async scope({
    workspaceId,
    intent,
    topic,
    filter,
  }: Inquiry): Promise<{ filter: CommentFilter; series: MoodSeries }> {
    const words =
      intent === 'topic' && topic
        ? [
            topic,
            ...topic
              .split(/\s+/)
              .reverse()
              .filter((word) => word.length > 2),
          ]
        : [undefined];
    let scope: { filter: CommentFilter; series: MoodSeries } | null = null;
    for (const q of words) {
      const narrowed = q ? { ...filter, q } : filter;
      const series = await this.moods.series(workspaceId, narrowed);
      scope ??= { filter: narrowed, series };
      if (series.total.n >= LEAST_COMMENTS) return { filter: narrowed, series };
    }
    return scope ?? { filter, series: await this.moods.series(workspaceId, filter) };
  }

  private async trend(asked: Search): Promise<void> {
    const { sheet, series, days, filter } = await this.laterHalf(asked);
    addMood(sheet, { days, series, filter });
    const busiest = asked.series.step === 'day' ? busiestOf(asked.series.points) : null;
    const day = busiest && dayIn(busiest.start, series.timeZone);
    if (day)
      sheet.add(`peak day | ${day} | ${busiest.n} comments | ${wholeShare(busiest.negative, busiest.n)}% negative`, {
        filter: { ...filter, from: day, to: day },
      });
    sheet.show(lineExhibit([{ name: netMoodWord(asked.language), points: asked.series.points }]));
  }

  /** Where nothing lies before the period, its later half is compared with its earlier one. */
  private async laterHalf(search: Search): Promise<Search> {
    const { series, filter, workspaceId } = search;
    const middle = series.points[Math.ceil(series.points.length / 2)];
    if (series.previous.total.n >= LEAST_COMMENTS || !middle || series.points.length < 4) return search;
    const half = { ...filter, from: middle.start, to: series.period.to };
    const later = await this.moods.series(workspaceId, half);
    if (later.total.n < LEAST_COMMENTS || later.previous.total.n < LEAST_COMMENTS) return search;
    return { ...search, filter: half, series: later, days: daysOf(later.period, later.timeZone) };
  }

  private async compare(search: Search): Promise<void> {
    const { sheet, sources, against, series, days, filter, language, workspaceId } = search;
    if (sources.length >= 2 || (!against && /\bsources?\b|\bplatforms?\b|来源|平台|渠道|媒体/iu.test(search.question)))
      return this.sources(search);
    const before = against
      ? (await this.moods.series(workspaceId, { ...filter, ...against })).total
      : series.previous.total;
    addMood(sheet, { days, series: { ...series, previous: { ...series.previous, total: before } }, filter });
    sheet.show(
      totalsTable(language, 'period', [
        {
          name: against ? `${against.from}..${against.to}` : daysOf(series.previous.period, series.timeZone),
          total: before,
        },
        { name: days, total: series.total },
      ]),
    );
  }

  private async why(asked: Search): Promise<void> {
    const { sheet, series, days, filter, language, workspaceId, signal, question } = await this.atTheTurn(asked);
    sheet.period = series.period;
    addMood(sheet, { days, series, filter });
    const better =
      (series.total.net ?? 0) > (series.previous.total.net ?? 100) && labelAskedFor(question) !== 'negative';
    const mood = better ? 'positive' : 'negative';
    const closed = await this.moods.closedFilter(workspaceId, filter);
    const since =
      series.previous.total.n >= LEAST_COMMENTS
        ? { from: new Date(series.previous.period.from), to: new Date(series.previous.period.to) }
        : undefined;
    const themes = await this.themeFacts.named(
      { filter: closed, mood, since, limit: THEMES, leastShare: tellingShare(series.total, mood), language },
      signal,
    );
    addThemes(sheet, themes, { kind: since ? 'rising theme' : 'theme', mood });
    if (themes.length) sheet.show(themesTable(language, mood, themes));
    sheet.show(lineExhibit([{ name: netMoodWord(language), points: asked.series.points }]));
  }

  /** A change needs something before it: where nothing is, the week in which the mood turned most is looked at. */
  private async atTheTurn(search: Search): Promise<Search> {
    if (search.series.previous.total.n >= LEAST_COMMENTS) return search;
    const { workspaceId, filter } = search;
    const daily = await this.moods.series(workspaceId, { ...filter, step: 'day' });
    const turn = turningPoint(daily.points);
    const [first, last] = [daily.points[turn?.first ?? -1], daily.points[turn?.last ?? -1]];
    if (!first || !last) return search;
    const week = { ...filter, from: dayIn(first.start, daily.timeZone), to: dayIn(last.start, daily.timeZone) };
    const series = await this.moods.series(workspaceId, week);
    return { ...search, filter: week, series, days: daysOf(series.period, series.timeZone) };
  }

  private async themes(
    { sheet, series, days, filter, language, workspaceId, signal }: Search,
    mood: 'positive' | 'negative',
  ): Promise<void> {
    const period = { days, total: series.total, previous: series.previous.total };
    // The narrator knows net mood and negative share; of a positive share it tells the opposite.
    sheet.add(mood === 'negative' ? shareLine(mood, period) : netMoodLine(period), {
      filter: mood === 'negative' ? { ...filter, label: [mood] } : filter,
    });
    const closed = await this.moods.closedFilter(workspaceId, filter);
    const themes = await this.themeFacts.named(
      { filter: closed, mood, limit: THEMES, leastShare: tellingShare(series.total, mood), language },
      signal,
    );
    addThemes(sheet, themes, { kind: 'theme', mood });
    if (!themes.length) await this.addQuotes(sheet, { ...closed, label: [mood] }, language);
    if (themes.length) sheet.show(themesTable(language, mood, themes));
  }

  private async sources({ sheet, filter, sources, language, workspaceId, series }: Search): Promise<void> {
    const named = sources.length ? { ...filter, source: sources.map(({ id }) => String(id)) } : filter;
    // Several lines of daily points over months would be a tangle.
    const step = Date.parse(series.period.to) - Date.parse(series.period.from) > LONG_PERIOD_MS ? 'week' : undefined;
    const found = (
      await this.moods.sources(workspaceId, {
        ...(sources.length >= 2 ? named : { ...filter, source: undefined }),
        step,
      })
    ).filter(({ total }) => total.n >= LEAST_COMMENTS);
    const ranked = [...found].sort((a, b) => (a.total.net ?? 0) - (b.total.net ?? 0)).slice(0, SOURCES);
    for (const { source, total } of ranked) {
      sheet.add(`source | ${factText(source.name, 40)} | net ${signed(wholeNet(total))} | n=${total.n}`, {
        filter: { ...filter, source: [String(source.id)] },
      });
    }
    sheet.show(totalsTable(language, 'source', ranked.map(sourceRow)));
    if (ranked.length >= 2)
      sheet.show(lineExhibit(ranked.map(({ source, points }) => ({ name: source.name, points }))));
  }

  private async topic({ sheet, series, days, filter, language, workspaceId }: Search): Promise<void> {
    const topic = factText(filter.q ?? '', 40);
    sheet.add(
      `topic | ${topic} | ${series.total.n} comments | ${wholeShare(series.total.negative, series.total.n)}% negative`,
      { filter },
    );
    sheet.add(netMoodLine({ days, total: series.total, previous: series.previous.total }), { filter });
    const closed = await this.moods.closedFilter(workspaceId, filter);
    for (const quote of await this.quotesQuery.list(closed, { language, limit: 2 })) addQuote(sheet, quote);
    sheet.show(lineExhibit([{ name: topic, points: series.points }]));
  }

  private async quotes({ sheet, filter, question, language, workspaceId }: Search): Promise<void> {
    const label = labelAskedFor(question);
    const closed = await this.moods.closedFilter(workspaceId, label ? { ...filter, label: [label] } : filter);
    await this.addQuotes(sheet, closed, language);
  }

  private async addQuotes(sheet: FactSheet, filter: ClosedFilter, language: QuestionLanguage): Promise<void> {
    for (const quote of await this.quotesQuery.list(filter, { language, limit: QUOTES })) addQuote(sheet, quote);
  }
}

function addMood(
  sheet: FactSheet,
  { days, series, filter }: { days: string; series: Pick<MoodSeries, 'total' | 'previous'>; filter: CommentFilter },
): void {
  const mood = { days, total: series.total, previous: series.previous.total };
  sheet.add(netMoodLine(mood), { filter });
  sheet.add(shareLine('negative', mood), { filter: { ...filter, label: ['negative'] } });
}

function labelAskedFor(question: string): 'positive' | 'negative' | null {
  if (
    /差|负面|吐槽|抱怨|不满|生气|投诉|下滑|下降|\b(?:negative|angry|bad|worse|complain\w*|critical|unhappy|drop\w*|fell|fall\w*|down)\b|ネガ|不満|悪い|批判/iu.test(
      question,
    )
  )
    return 'negative';
  return /好评|正面|夸|表扬|\b(?:positive|happy|good|praise\w*|nice)\b|ポジ|良い|褒め/iu.test(question)
    ? 'positive'
    : null;
}

const dayIn = (instant: string | number, timeZone: string): string => dayOf(new Date(instant), timeZone);

/** First and last day of a period: `2026-05-03..2026-05-09`. */
const daysOf = ({ from, to }: Period, timeZone: string): string =>
  `${dayIn(from, timeZone)}..${dayIn(Date.parse(to) - 1, timeZone)}`;
