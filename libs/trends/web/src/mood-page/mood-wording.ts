import { computed, inject, Injectable } from '@angular/core';
import type { CommentFilter } from '@moodline/comments/contract';
import { type ChartTable, LocaleStore, type Tone } from '@moodline/shared/ui';
import type { MoodSeries, Period } from '@moodline/trends/contract';
import { chartSubtitle, chartTitle } from '../findings/chart-words';
import type { TileFigure } from '../findings/tile-figures';
import { intervalWords } from '../mood-chart/mood-drawing';
import { MoodLine } from './mood-line';

/** A tile, ready to be read. */
export interface WordedTile {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly hint: string;
  readonly change: string;
  readonly changeWords: string;
  readonly tone: Tone;
  readonly values: readonly (number | null)[];
  readonly behind: Pick<CommentFilter, 'label'>;
  readonly drawerTitle: string;
}

const UNKNOWN = '–';

/** The numbers of the mood page in words of the active language. */
@Injectable()
export class MoodWording {
  private readonly store = inject(MoodLine);
  private readonly locale = inject(LocaleStore);

  /** The finding of the period: the title of the page. */
  readonly finding = computed(() => {
    const finding = this.store.finding();
    if (!finding) return '';
    const formats = this.locale.formats();
    return this.say(`finding.${finding.kind}`, {
      ...('n' in finding && { n: formats.number(finding.n) }),
      ...('net' in finding && { net: formats.signed(finding.net) }),
      ...('points' in finding && { points: formats.number(finding.points) }),
    });
  });

  /** What the finding rests on: how many comments of which days against which. */
  readonly basis = computed(() => {
    const series = this.store.series();
    if (!series) return '';
    const formats = this.locale.formats();
    return this.say(series.previous.total.n > 0 ? 'basis.compared' : 'basis.alone', {
      count: formats.number(series.total.n),
      before: formats.number(series.previous.total.n),
      days: this.days(series.period),
      daysBefore: this.days(series.previous.period),
    });
  });

  readonly tiles = computed<WordedTile[]>(() => (this.store.tiles() ?? []).map((figure) => this.tile(figure)));

  readonly chartTitle = computed(() => {
    const series = this.store.series();
    return series ? chartTitle(series, this.store.episode(), this.locale) : '';
  });

  readonly chartSubtitle = computed(() => {
    const series = this.store.series();
    return series ? chartSubtitle(series, this.locale) : '';
  });

  readonly table = computed<ChartTable>(() => {
    const series = this.store.series();
    if (!series) return { columns: [], rows: [] };
    const formats = this.locale.formats();
    const columns = [series.step, 'net', 'low', 'high', 'count', 'positive', 'neutral', 'negative'].map((name) =>
      this.say(`table.${name}`),
    );
    const rows = series.points.map(({ start, net, interval, n, positive, neutral, negative }) => [
      intervalWords(start, series, formats),
      net === null ? UNKNOWN : formats.signed(net),
      ...[interval?.low, interval?.high].map((end) => (end === undefined ? UNKNOWN : formats.signed(end))),
      ...[n, positive, neutral, negative].map((count) => formats.number(count)),
    ]);
    return { columns, rows };
  });

  intervalTitle(start: string, series: Pick<MoodSeries, 'step' | 'period'>): string {
    return this.say(`chart.drawer.${series.step}`, { moment: intervalWords(start, series, this.locale.formats()) });
  }

  private tile(figure: TileFigure): WordedTile {
    const { key, change, values, behind } = figure;
    return {
      key,
      name: this.say(`tile.${key}.name`),
      value: this.value(figure),
      hint: this.hint(figure),
      change:
        change === null ? '' : figure.clear ? this.sign(change) + this.amount(figure) : this.say('tile.unclearShort'),
      changeWords: this.changeWords(figure),
      tone: tone(figure),
      values,
      behind,
      drawerTitle: this.say(`tile.drawer.${key}`),
    };
  }

  private value({ key, value }: TileFigure): string {
    const formats = this.locale.formats();
    if (value === null) return UNKNOWN;
    if (key === 'net') return formats.signed(value);
    return key === 'comments' ? formats.number(value) : formats.percent(value);
  }

  private hint({ key }: TileFigure): string {
    const waiting = this.store.series()?.total.unlabelled;
    const interval = this.store.series()?.total.interval;
    if (key === 'net' && interval) {
      const [low, high] = [interval.low, interval.high].map((end) => this.locale.formats().signed(Math.round(end)));
      return this.say('tile.net.hintInterval', { low, high });
    }
    if (key === 'comments' && waiting)
      return this.say('tile.comments.hintWaiting', { count: this.locale.formats().number(waiting) });
    return this.say(`tile.${key}.hint`);
  }

  private changeWords(figure: TileFigure): string {
    if (figure.change === null) return '';
    if (figure.change === 0) return this.say('tile.same');
    if (!figure.clear) return this.say('tile.unclear');
    return this.say(`tile.${figure.key}.${figure.change > 0 ? 'up' : 'down'}`, { amount: this.amount(figure) });
  }

  /** How much, without its direction. */
  private amount({ key, change }: TileFigure): string {
    const size = Math.abs(change ?? 0);
    return key === 'comments' ? this.locale.formats().percent(size) : this.locale.formats().number(size);
  }

  private sign(change: number): string {
    if (change === 0) return '± ';
    return change > 0 ? '▲ ' : '▼ ';
  }

  /** Both ends included, though the period ends with the first instant after it. */
  private days({ from, to }: Period): string {
    return this.locale.formats().days(from, new Date(Date.parse(to) - 1));
  }

  private say(key: string, values?: Record<string, unknown>): string {
    return this.locale.translate(`trends.${key}`, values);
  }
}

function tone({ change, clear, goodness }: TileFigure): Tone {
  if (!change || !clear || goodness === 0) return 'plain';
  return change > 0 === goodness > 0 ? 'good' : 'bad';
}
