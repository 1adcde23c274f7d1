import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ChartCanvas, LocaleStore } from '@moodline/shared/ui';
import type { MoodSeries } from '@moodline/trends/contract';
import { LOW_N } from '../findings/low-n';
import { isPartial } from '../findings/partial-interval';
import { type MoodChartWords, moodDrawing } from './mood-drawing';

/** Net mood over volume. A click gives the index of the interval. */
@Component({
  selector: 'ml-mood-chart',
  imports: [ChartCanvas, TranslocoPipe],
  templateUrl: './mood-chart.html',
  styleUrl: './mood-chart.css',
})
export class MoodChart {
  private readonly locale = inject(LocaleStore);

  readonly series = input.required<MoodSeries>();
  /** What the picture shows, for those who do not see it. */
  readonly label = input.required<string>();
  readonly pick = output<number>();

  protected readonly lowN = LOW_N;
  protected readonly anyLow = computed(() => this.series().points.some(({ net, n }) => net !== null && n < LOW_N));
  protected readonly anyPartial = computed(() => {
    const series = this.series();
    return series.points.some(({ n }, index) => n >= LOW_N && isPartial(series, index));
  });
  protected readonly drawing = computed(() => moodDrawing(this.series(), this.locale.formats(), this.words()));
  private readonly words = computed<MoodChartWords>(() => {
    const say = (key: string, values?: Record<string, unknown>) => this.locale.translate(`trends.chart.${key}`, values);
    return {
      net: say('net'),
      volume: say('volume'),
      positive: say('positive'),
      neutral: say('neutral'),
      negative: say('negative'),
      openHint: say('openHint'),
      between: (low, high) => say('between', { low, high }),
      count: (n) => say('count', { n: this.locale.formats().number(n) }),
    };
  });
}
