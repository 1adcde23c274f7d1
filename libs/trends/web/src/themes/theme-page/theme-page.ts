import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommentDrawerOpener, FilterStore, LABEL_SIGNS } from '@moodline/comments/web';
import type { CommentFilter } from '@moodline/comments/contract';
import {
  ChartFrame,
  type ChartTable,
  describeProblem,
  HeldPermissions,
  keptAnswer,
  LocaleStore,
  ServerEvents,
} from '@moodline/shared/ui';
import type { MoodSeries, ThemeClaim } from '@moodline/trends/contract';
import { chartSubtitle, chartTitle } from '../../findings/chart-words';
import { episodeOf } from '../../findings/episode';
import { intervalFilter } from '../../findings/interval-filter';
import { intervalWords } from '../../mood-chart/mood-drawing';
import { MoodChart } from '../../mood-chart/mood-chart';
import { ThemeActions } from '../theme-actions';
import { ThemeEditor } from '../theme-editor/theme-editor';
import { wordedTheme } from '../theme-wording';
import { ThemesClient } from '../themes.client';

/** While comments are labelled, news come every second; the page follows at this pace (ms). */
const REFRESH_EVERY = 15_000;
const UNKNOWN = '–';

/** A theme: its line over time, what people say in it, where, and all of its comments. */
@Component({
  selector: 'ml-theme-page',
  imports: [ChartFrame, MoodChart, RouterLink, ThemeEditor, TranslocoPipe],
  templateUrl: './theme-page.html',
  styleUrl: './theme-page.css',
})
export class ThemePage {
  private readonly client = inject(ThemesClient);
  private readonly drawer = inject(CommentDrawerOpener);
  private readonly actions = inject(ThemeActions);
  private readonly permissions = inject(HeldPermissions);
  protected readonly locale = inject(LocaleStore);
  protected readonly filters = inject(FilterStore);

  /** Of the address. */
  readonly id = input.required<string>();

  private readonly filter = computed<CommentFilter>(() => ({ ...this.filters.filter(), theme: undefined }));
  private readonly question = computed(() => ({
    id: Number(this.id()),
    filter: this.filter(),
    locale: this.locale.language(),
  }));
  protected readonly answer = keptAnswer(
    this.question,
    ({ id, filter, locale }) => this.client.find(id, filter, locale),
    { on: inject(ServerEvents).dataChanged, every: REFRESH_EVERY },
  );
  protected readonly signs = LABEL_SIGNS;
  protected readonly following = signal(false);
  protected readonly editable = computed(() => this.permissions.has('monitors.write'));
  protected readonly problem = computed(() => {
    const failure = this.answer.failure();
    return failure === undefined ? '' : describeProblem(failure, this.locale).message;
  });
  protected readonly theme = computed(() => {
    const theme = this.answer.value();
    // Of another address the old answer is another theme.
    return theme && !(this.answer.outdated() && theme.id !== Number(this.id())) ? theme : undefined;
  });
  protected readonly words = computed(() => {
    const theme = this.theme();
    return theme && wordedTheme(theme, theme.change, this.locale);
  });
  protected readonly days = computed(() => {
    const theme = this.theme();
    if (!theme) return '';
    const last = new Date(Date.parse(theme.period.to) - 1);
    return this.locale.formats().days(theme.period.from, last);
  });
  protected readonly series = computed<MoodSeries | null>(() => {
    const theme = this.theme();
    if (!theme) return null;
    const { step, timeZone, period, line: points, total, previous } = theme;
    return { step, timeZone, period, points, total, previous: { period: previous, total: theme.before ?? total } };
  });
  /** What the line says: the days that stand out, if any do. */
  protected readonly lineWords = computed(() => {
    const series = this.series();
    if (!series) return { title: '', subtitle: '' };
    return {
      title: chartTitle(series, episodeOf(series), this.locale),
      subtitle: chartSubtitle(series, this.locale),
    };
  });
  /** Words of the theme as people read them: endings that are only looked up are left out. */
  protected readonly ownWords = computed(() => {
    const words = this.theme()?.words ?? [];
    const known = new Set(words);
    const own = words.filter((word) => !(word.endsWith('s') && known.has(word.slice(0, -1))));
    return own.join(this.locale.language() === 'en' ? ', ' : '、');
  });
  protected readonly table = computed<ChartTable>(() => {
    const series = this.series();
    if (!series) return { columns: [], rows: [] };
    const formats = this.locale.formats();
    const columns = [series.step, 'net', 'count', 'positive', 'neutral', 'negative'];
    return {
      columns: columns.map((name) => this.locale.translate(`trends.table.${name}`)),
      rows: series.points.map(({ start, net, n, positive, neutral, negative }) => [
        intervalWords(start, series, formats),
        net === null ? UNKNOWN : formats.signed(net),
        ...[n, positive, neutral, negative].map((count) => formats.number(count)),
      ]),
    };
  });
  protected readonly pins = computed(() => [{ ...this.filter(), theme: Number(this.id()) }]);
  protected readonly sources = computed(() => {
    const formats = this.locale.formats();
    return (this.theme()?.sources ?? []).map(({ id, name, total: { n, unlabelled, net } }) => ({
      id,
      name,
      count: formats.number(n + unlabelled),
      net: net === null ? UNKNOWN : formats.signed(Math.round(net)),
    }));
  });

  protected openAll(): void {
    this.open({}, this.theme()?.name ?? '');
  }

  protected openInterval(index: number): void {
    const series = this.series();
    const start = series?.points[index]?.start;
    if (!series || !start) return;
    const moment = intervalWords(start, series, this.locale.formats());
    const within = intervalFilter(this.filter(), series, index);
    this.open(within, `${this.theme()?.name ?? ''} · ${moment}`);
  }

  protected openSource({ id, name }: { readonly id: number; readonly name: string }): void {
    this.open({ source: [String(id)] }, `${this.theme()?.name ?? ''} · ${name}`);
  }

  protected openClaim({ filter, quote }: ThemeClaim): void {
    this.drawer.open({ filter }, quote.text.slice(0, 100));
  }

  protected openQuote(commentId: number): void {
    this.drawer.open({ ids: [commentId] }, this.theme()?.name ?? '');
  }

  protected async toggleHidden(): Promise<void> {
    const theme = this.theme();
    if (theme) await this.actions.setHidden(theme, !theme.hidden, () => this.answer.reload());
  }

  protected async follow(): Promise<void> {
    const theme = this.theme();
    if (!theme || this.following()) return;
    this.following.set(true);
    await this.actions.follow(theme);
    this.following.set(false);
  }

  private open(narrowed: CommentFilter, title: string): void {
    this.drawer.open({ filter: { ...this.filter(), ...narrowed, theme: this.theme()?.id } }, title);
  }
}
