import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { ChartExport } from './chart-export';
import { CHART_HOLDER, type ChartHolder } from './chart-holder';
import { readChartLook } from './chart-look';
import type { DrawableChart } from './chart-picture';
import type { ChartTable } from './chart-table';
import type { PinnedFilter } from './pinning';
import type { PlainChart } from './plain-picture';

/** Width of the picture of a chart that is drawn with elements. */
const PLAIN_WIDTH = 912;

export type ChartState = 'loading' | 'ready' | 'empty' | 'error';

/**
 * What every chart stands in: the finding as title, what is drawn below it, the table behind it, and the states
 * without a chart. Slots: the chart itself, `frameTools` (switches), `frameEmpty` (what to do when there is nothing).
 */
@Component({
  selector: 'ml-chart-frame',
  imports: [ChartExport, Icon, TranslocoPipe],
  providers: [{ provide: CHART_HOLDER, useExisting: ChartFrame }],
  templateUrl: './chart-frame.html',
  styleUrl: './chart-frame.css',
})
export class ChartFrame implements ChartHolder {
  readonly heading = input.required<string>();
  readonly subtitle = input('');
  readonly state = input<ChartState>('ready');
  readonly problem = input('');
  readonly table = input.required<ChartTable>();
  /** Words of the button in each row of the table; without them rows open nothing. `%` stands for the row's name. */
  readonly rowAction = input<string>();
  /** What it shows, where it is drawn with elements: a chart on a canvas tells itself how it is drawn. */
  readonly plain = input<PlainChart | null>(null);
  /** The comments whose mood it shows over time, of one line or of two: it can be pinned to a report. */
  readonly pins = input<readonly PinnedFilter[]>([]);
  readonly openRow = output<number>();
  readonly retry = output();

  protected readonly asTable = signal(false);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly held = signal<(() => DrawableChart | null) | null>(null);
  /** What draws its picture; null where there are numbers only. */
  protected readonly chart = computed(() => {
    const plain = this.plain();
    if (!plain) return this.held();
    return (): DrawableChart => ({ plain, look: readChartLook(this.host, 'light'), width: PLAIN_WIDTH });
  });

  hold(chart: () => DrawableChart | null): void {
    this.held.set(chart);
  }
}
