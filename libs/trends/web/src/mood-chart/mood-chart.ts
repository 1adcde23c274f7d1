import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ChartCanvas, type ChartLayout, LocaleStore } from '@moodline/shared/ui';
import type { MoodSeries, MoodTurn } from '@moodline/trends/contract';
import { AnnotatedChart, type NamedAxis } from '../annotations/annotated-chart';
import { LOW_N } from '../findings/low-n';
import { isPartial } from '../findings/partial-interval';
import { intervalWords, type MoodChartWords, moodDrawing } from './mood-drawing';

/** Net mood over volume, with what happened marked above. A click gives the index of the interval. */
@Component({
  selector: 'ml-mood-chart',
  imports: [AnnotatedChart, ChartCanvas, TranslocoPipe],
  templateUrl: './mood-chart.html',
  styleUrl: './mood-chart.css',
})
export class MoodChart {
  private readonly locale = inject(LocaleStore);

  readonly series = input.required<MoodSeries>();
  /** What the picture shows, for those who do not see it. */
  readonly label = input.required<string>();
  /** When the level changed, to be marked. */
  readonly turns = input<readonly MoodTurn[]>([]);
  readonly pick = output<number>();

  protected readonly lowN = LOW_N;
  protected readonly layout = signal<ChartLayout | null>(null);
  protected readonly anyLow = computed(() => this.series().points.some(({ net, n }) => net !== null && n < LOW_N));
  protected readonly anyPartial = computed(() => {
    const series = this.series();
    return series.points.some(({ n }, index) => n >= LOW_N && isPartial(series, index));
  });
  protected readonly drawing = computed(() => moodDrawing(this.series(), this.locale.formats(), this.words()));
  protected readonly axis = computed<NamedAxis>(() => {
    const series = this.series();
    const { points, timeZone, period, step } = series;
    const starts = points.map(({ start }) => start);
    const names = starts.map((start) => intervalWords(start, series, this.locale.formats()));
    return { starts, names, timeZone, period, byHour: step === 'hour' };
  });

  /** The first tap shows a point, the second opens it. */
  private readonly byFinger = inject(DOCUMENT).defaultView?.matchMedia?.('(pointer: coarse)').matches ?? false;
  private readonly words = computed<MoodChartWords>(() => {
    const say = (key: string, values?: Record<string, unknown>) => this.locale.translate(`trends.chart.${key}`, values);
    return {
      net: say('net'),
      volume: say('volume'),
      positive: say('positive'),
      neutral: say('neutral'),
      negative: say('negative'),
      openHint: say(this.byFinger ? 'tapHint' : 'openHint'),
      between: (low, high) => say('between', { low, high }),
      count: (n) => say('count', { n: this.locale.formats().number(n) }),
    };
  });
}
