import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommentDrawerOpener, FilterStore } from '@moodline/comments/web';
import {
  ChartCanvas,
  ChartFrame,
  type ChartLayout,
  type ChartState,
  type ChartTable,
  describeProblem,
  LocaleStore,
} from '@moodline/shared/ui';
import type { MoodSeries } from '@moodline/trends/contract';
import { AnnotatedChart, type NamedAxis } from '../annotations/annotated-chart';
import { intervalFilter } from '../findings/interval-filter';
import { intervalWords } from '../mood-chart/mood-drawing';
import { comparedDrawing, comparedLabels } from './compare-drawing';
import type { ComparedFigure } from './compare-figures';
import { type CompareSide, sideBefore, type SideName, SIDES, versionBefore, yearBefore } from './compare-side';
import { CompareStore } from './compare-store';
import { SideForm } from './side-form';

const UNKNOWN = '–';

/** Two periods, sources, monitors, languages or versions of an app side by side: in one chart, and whether they differ by more than chance. */
@Component({
  selector: 'ml-compare-page',
  imports: [AnnotatedChart, ChartCanvas, ChartFrame, SideForm, TranslocoPipe],
  providers: [CompareStore],
  templateUrl: './compare-page.html',
  styleUrl: './compare-page.css',
})
export class ComparePage {
  protected readonly store = inject(CompareStore);
  private readonly filters = inject(FilterStore);
  private readonly drawer = inject(CommentDrawerOpener);
  protected readonly locale = inject(LocaleStore);

  protected readonly sideNames = SIDES;
  protected readonly names = computed(() => ({
    a: this.nameOf('a', this.store.sides().a),
    b: this.nameOf('b', this.store.sides().b),
  }));
  protected readonly state = computed<ChartState>(() => {
    if (this.store.failure()) return 'error';
    const series = this.store.series();
    if (!series) return 'loading';
    return series.a.total.n + series.b.total.n === 0 ? 'empty' : 'ready';
  });
  protected readonly problem = computed(() => {
    const failure = this.store.failure();
    return failure === undefined ? '' : describeProblem(failure, this.locale).message;
  });
  protected readonly heading = computed(() => {
    const net = this.store.figures()?.find(({ key }) => key === 'net');
    if (!net) return '';
    if (!net.change) return this.say('finding.few');
    const { difference, clear } = net.change;
    if (!clear) return this.say('finding.same');
    return this.say(`finding.${difference > 0 ? 'higher' : 'lower'}`, { points: Math.abs(difference) });
  });
  protected readonly rows = computed(() =>
    (this.store.figures() ?? []).map((figure) => ({
      key: figure.key,
      name: this.say(`figure.${figure.key}`),
      a: this.value(figure, 'a'),
      b: this.value(figure, 'b'),
      difference: this.difference(figure),
      verdict: this.verdict(figure),
      clear: figure.change?.clear ?? false,
    })),
  );
  protected readonly drawing = computed(() => {
    const series = this.store.series();
    return (
      series &&
      comparedDrawing({ ...series, names: { a: 'A', b: 'B' } }, this.locale.formats(), {
        net: this.locale.translate('trends.chart.net'),
        count: (n) => this.locale.translate('trends.chart.count', { n: this.locale.formats().number(n) }),
      })
    );
  });
  protected readonly layout = signal<ChartLayout | null>(null);
  /** The time of A, and that of B where it is another one. */
  protected readonly axes = computed(() => {
    const series = this.store.series();
    if (!series) return null;
    const a = this.axisOf(series.a);
    const isSame = series.a.points[0]?.start === series.b.points[0]?.start;
    return { a, b: isSame ? null : this.axisOf(series.b) };
  });
  protected readonly table = computed<ChartTable>(() => {
    const series = this.store.series();
    if (!series) return { columns: [], rows: [] };
    const formats = this.locale.formats();
    const cells = ({ points }: MoodSeries, index: number) => {
      const point = points[index];
      return [point?.net == null ? UNKNOWN : formats.signed(point.net), point ? formats.number(point.n) : UNKNOWN];
    };
    const count = this.locale.translate('trends.table.count');
    return {
      columns: [this.locale.translate(`trends.table.${series.a.step}`), 'A', `A: ${count}`, 'B', `B: ${count}`],
      rows: comparedLabels(series, formats).map((name, index) => [
        name,
        ...cells(series.a, index),
        ...cells(series.b, index),
      ]),
    };
  });

  /** A of the version below; null where A is of no version, or of the lowest. */
  protected readonly versionBefore = computed(() => versionBefore(this.store.sides().a, this.filters.versions()));

  protected readonly pins = computed(() => SIDES.map((name) => this.store.sides()[name]));

  protected set(name: SideName, side: CompareSide): void {
    this.store.set({ [name]: side });
  }

  protected setBefore(): void {
    this.store.set({ b: sideBefore(this.store.sides().a) });
  }

  protected setYearBefore(): void {
    this.store.set({ b: yearBefore(this.store.sides().a) });
  }

  protected setVersionBefore(): void {
    const before = this.versionBefore();
    if (before) this.store.set({ b: before });
  }

  protected swap(): void {
    const { a, b } = this.store.sides();
    this.store.set({ a: b, b: a });
  }

  protected openSide(name: SideName): void {
    this.drawer.open({ filter: this.store.sides()[name] }, this.names()[name]);
  }

  /** The comments of A in an interval; of B where A has none there. */
  protected openInterval(index: number): void {
    const series = this.store.series();
    if (!series) return;
    const name = series.a.points[index] ? 'a' : 'b';
    this.drawer.open({ filter: intervalFilter(this.store.sides()[name], series[name], index) }, this.names()[name]);
  }

  private axisOf(series: MoodSeries): NamedAxis {
    const starts = series.points.map(({ start }) => start);
    const names = starts.map((start) => intervalWords(start, series, this.locale.formats()));
    return { starts, names, timeZone: series.timeZone, period: series.period, byHour: series.step === 'hour' };
  }

  private nameOf(name: SideName, { from, to, source, monitor, language, version }: CompareSide): string {
    const formats = this.locale.formats();
    const noonOf = (day: string) => (day.length === 10 ? `${day}T12:00:00Z` : day);
    const parts = [
      from && to ? formats.days(noonOf(from), noonOf(to)) : this.say('allTime'),
      this.filters.sources().find(({ id }) => String(id) === source?.[0])?.name,
      this.filters.monitors().find(({ id }) => id === monitor)?.name,
      language?.[0] && this.say(`languages.${language[0]}`),
      version?.[0] && this.say('ofVersion', { version: version[0] }),
    ];
    return `${name.toUpperCase()}: ${parts.filter(Boolean).join(' · ')}`;
  }

  private value({ key, a, b }: ComparedFigure, side: SideName): string {
    const value = side === 'a' ? a : b;
    const formats = this.locale.formats();
    if (value === null) return UNKNOWN;
    if (key === 'net') return formats.signed(value);
    return key === 'comments' ? formats.number(value) : formats.percent(value);
  }

  private difference({ key, change }: ComparedFigure): string {
    if (!change) return UNKNOWN;
    const formats = this.locale.formats();
    if (key === 'comments') return (change.difference > 0 ? '+' : '') + formats.percent(change.difference);
    return this.say(Math.abs(change.difference) === 1 ? 'point' : 'points', {
      points: formats.signed(change.difference),
    });
  }

  private verdict({ change }: ComparedFigure): string {
    if (!change) return this.say('verdict.unknown');
    return this.say(change.clear ? 'verdict.clear' : 'verdict.chance');
  }

  private say(key: string, values?: Record<string, unknown>): string {
    return this.locale.translate(`compare.${key}`, values);
  }
}
