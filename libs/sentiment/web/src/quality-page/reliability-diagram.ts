import { Component, computed, inject, input } from '@angular/core';
import type { ReliabilityBin } from '@moodline/sentiment/contract';
import { ChartCanvas, ChartFrame, type ChartTable, LocaleStore } from '@moodline/shared/ui';
import { filledBins, reliabilityDrawing } from './reliability-drawing';

/** A mean gap below this is none that people would notice. */
const FITS = 0.05;

/** Whether the machine is as often right as it says. */
@Component({
  selector: 'ml-reliability-diagram',
  imports: [ChartCanvas, ChartFrame],
  template: `
    <ml-chart-frame [heading]="heading()" [subtitle]="subtitle()" [table]="table()">
      <ml-chart-canvas [drawing]="drawing()" [label]="heading() + '. ' + subtitle()" />
    </ml-chart-frame>
  `,
  styles: `
    ml-chart-canvas {
      block-size: 300px;
    }
  `,
})
export class ReliabilityDiagram {
  private readonly locale = inject(LocaleStore);

  readonly bins = input.required<readonly ReliabilityBin[]>();
  /** Mean distance between what was said and what was right, weighted by labels; null without probabilities. */
  readonly calibrationError = input.required<number | null>();

  private readonly filled = computed(() => filledBins(this.bins()));
  /** Over all bins: said minus right, weighted. Positive: the machine is surer than it should be. */
  private readonly excess = computed(() => {
    const n = this.filled().reduce((sum, bin) => sum + bin.n, 0);
    return n ? this.filled().reduce((sum, bin) => sum + bin.n * (bin.confidence - bin.accuracy), 0) / n : 0;
  });
  protected readonly heading = computed(() => {
    const error = this.calibrationError() ?? 0;
    const points = Math.round(Math.abs(this.excess()) * 100);
    if (!this.filled().length) return this.say('none');
    if (error < FITS) return this.say('fits');
    // Too sure in some bins and too modest in others: one direction would be half of the truth.
    if (Math.abs(this.excess()) < error / 2) return this.say('mixed', { points: Math.round(error * 100) });
    return this.say(this.excess() > 0 ? 'tooSure' : 'tooModest', { points });
  });
  protected readonly subtitle = computed(() => {
    const error = this.calibrationError();
    return this.say('subtitle', { error: error === null ? '–' : this.locale.formats().percent(error, 1) });
  });
  protected readonly table = computed<ChartTable>(() => {
    const formats = this.locale.formats();
    const rows = this.filled().map((bin) => [
      `${formats.percent(bin.low)}–${formats.percent(bin.high)}`,
      formats.percent(bin.confidence),
      formats.percent(bin.accuracy),
      formats.number(bin.n),
    ]);
    return { columns: [this.say('bin'), this.say('said'), this.say('right'), 'n'], rows };
  });
  protected readonly drawing = computed(() =>
    reliabilityDrawing(this.filled(), this.locale.formats(), {
      said: this.say('said'),
      right: this.say('right'),
      ideal: this.say('ideal'),
      count: (n) => this.say('count', { n }),
    }),
  );

  private say(key: string, values?: Record<string, unknown>): string {
    return this.locale.translate(`sentiment.quality.reliability.${key}`, values);
  }
}
