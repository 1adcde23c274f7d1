import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore, Sparkline } from '@moodline/shared/ui';
import { longestBridge } from '@moodline/trends/contract';
import { LOW_N } from '../../findings/low-n';
import type { MonitorEntry } from '../monitors-store';

/** Keywords shown of a monitor's boxes. */
const SHOWN = 6;

/** One monitor: what it looks for, how loud and how it is spoken of, and how far it is matched. */
@Component({
  selector: 'ml-monitor-card',
  imports: [RouterLink, Sparkline, TranslocoPipe],
  templateUrl: './monitor-card.html',
  styleUrl: './monitor-card.css',
})
export class MonitorCard {
  protected readonly locale = inject(LocaleStore);

  readonly entry = input.required<MonitorEntry>();
  /** Whether the person may change monitors. */
  readonly editable = input(false);
  /** Places of the line where something happened. */
  readonly marks = input<readonly number[]>([]);
  readonly opened = output();
  readonly removed = output();

  protected readonly longestBridge = longestBridge;
  protected readonly volume = computed(() => {
    const total = this.entry().mood?.total;
    return this.locale.formats().number(total ? total.n + total.unlabelled : 0);
  });
  protected readonly net = computed(() => {
    const net = this.entry().mood?.total.net ?? null;
    return net === null ? '–' : this.locale.formats().signed(net);
  });
  /** A handful of comments makes no peak, as everywhere. */
  protected readonly values = computed(
    () => this.entry().mood?.points.map(({ n, net }) => (n < LOW_N ? null : net)) ?? [],
  );
  protected readonly hasLine = computed(() => this.values().filter((value) => value !== null).length > 1);
  /** "any of …", "all of …", "none of …" */
  protected readonly rules = computed(() => {
    const { rules } = this.entry().monitor;
    return (['any', 'all', 'none'] as const).flatMap((box) => {
      const { words } = rules[box];
      if (!words.length) return [];
      const more =
        words.length > SHOWN ? ` ${this.locale.translate('monitors.more', { count: words.length - SHOWN })}` : '';
      return [
        this.locale.translate(`monitors.rule.${box}`, {
          words: words.slice(0, SHOWN).join(this.locale.language() === 'en' ? ', ' : '、') + more,
        }),
      ];
    });
  });
  protected readonly percent = computed(() => Math.floor((this.entry().progress ?? 0) * 100));
}
