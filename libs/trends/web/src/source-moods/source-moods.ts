import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  ChartFrame,
  type ChartState,
  type ChartTable,
  LocaleStore,
  type PlainChart,
  Sparkline,
} from '@moodline/shared/ui';
import { longestBridge, netChange, type SourceMood } from '@moodline/trends/contract';
import { LOW_N } from '../findings/low-n';
import { netScale } from '../mood-chart/net-scale';

/** Comments a source needs before it is called the lowest or the highest. */
const ENOUGH = 20;

/** The mood of each source as small lines on one scale. */
@Component({
  selector: 'ml-source-moods',
  imports: [ChartFrame, Sparkline, TranslocoPipe],
  templateUrl: './source-moods.html',
  styleUrl: './source-moods.css',
})
export class SourceMoods {
  private readonly locale = inject(LocaleStore);

  readonly sources = input<readonly SourceMood[] | undefined>();
  readonly problem = input('');
  readonly open = output<SourceMood>();
  readonly retry = output();

  protected readonly state = computed<ChartState>(() => {
    if (this.problem()) return 'error';
    const sources = this.sources();
    if (!sources) return 'loading';
    return sources.length === 0 ? 'empty' : 'ready';
  });

  protected readonly heading = computed(() => {
    const known = (this.sources() ?? [])
      .filter(({ total }) => total.n >= ENOUGH)
      .sort((a, b) => (a.total.net ?? 0) - (b.total.net ?? 0));
    const [lowest, highest] = [known[0], known.at(-1)];
    if (!lowest || !highest || lowest === highest) return this.locale.translate('trends.sources.title');
    if (this.net(lowest) === this.net(highest))
      return this.locale.translate('trends.sources.alike', { net: this.net(lowest) });
    // The rule of changes holds for differences, too: what sampling would bring is no order.
    if (!netChange(lowest.total, highest.total)?.clear)
      return this.locale.translate('trends.sources.same', { low: this.net(lowest), high: this.net(highest) });
    // Sources that show the same number stand together: which of them is first would be chance.
    const [low, high] = [this.net(lowest), this.net(highest)];
    const names = (net: string) => known.filter((one) => this.net(one) === net).map(({ source }) => source.name);
    const key = names(low).length + names(high).length > 2 ? 'findingTied' : 'finding';
    const join = this.locale.translate('trends.facets.and');
    return this.locale.translate(`trends.sources.${key}`, {
      ...{ lowest: names(low).join(join), low, highest: names(high).join(join), high },
    });
  });

  protected readonly bounds = computed(() => netScale((this.sources() ?? []).flatMap((entry) => this.values(entry))));
  protected readonly subtitle = computed(() => {
    if (this.state() !== 'ready') return '';
    const { min, max } = this.bounds();
    const formats = this.locale.formats();
    return this.locale.translate('trends.sources.subtitle', { min: formats.signed(min), max: formats.signed(max) });
  });

  protected readonly table = computed<ChartTable>(() => {
    const formats = this.locale.formats();
    const names = ['source', 'net', 'positive', 'neutral', 'negative', 'unlabelled'];
    return {
      columns: names.map((name) => this.locale.translate(`trends.table.${name}`)),
      rows: (this.sources() ?? []).map((entry) => {
        const { positive, neutral, negative, unlabelled } = entry.total;
        return [
          entry.source.name,
          this.net(entry),
          ...[positive, neutral, negative, unlabelled].map((count) => formats.number(count)),
        ];
      }),
    };
  });

  protected readonly plain = computed<PlainChart>(() => ({
    kind: 'lines',
    ...this.bounds(),
    lines: (this.sources() ?? []).map((entry) => ({
      name: entry.source.name,
      said: this.net(entry),
      note: this.count(entry),
      values: this.values(entry),
      bridge: longestBridge(entry.points.length),
    })),
  }));

  protected readonly longestBridge = longestBridge;

  protected net({ total }: SourceMood): string {
    return total.net === null ? '–' : this.locale.formats().signed(total.net);
  }

  protected count({ total }: SourceMood): string {
    return this.locale.translate('trends.chart.count', { n: this.locale.formats().number(total.n) });
  }

  /** A handful of comments makes no peak, as everywhere. */
  protected values({ points }: SourceMood): (number | null)[] {
    return points.map(({ n, net }) => (n < LOW_N ? null : net));
  }

  protected openRow(index: number): void {
    const entry = this.sources()?.[index];
    if (entry) this.open.emit(entry);
  }
}
