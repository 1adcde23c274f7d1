import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import { Dropdown } from '../dropdown/dropdown';
import { saveFile } from '../download/save-file';
import { LocaleStore } from '../locale/locale-store';
import { HeldPermissions } from '../session/held-permissions';
import { chartCsv, chartText } from './chart-csv';
import type { ChartTable } from './chart-table';
import type { DrawableChart } from './chart-picture';
import { PINNING, type PinnedFilter } from './pinning';

const SAID_MS = 4_000;

/** Takes a chart along: as a picture, as its numbers, by the clipboard, or into a report. */
@Component({
  selector: 'ml-chart-export',
  imports: [Dropdown, TranslocoPipe],
  template: `
    <ml-dropdown [label]="'ui.chart.take' | transloco">
      <div class="ways">
        @if (chart()) {
          <button type="button" class="button button-quiet" (click)="save('png')">
            {{ 'ui.chart.png' | transloco }}
          </button>
          <button type="button" class="button button-quiet" (click)="save('svg')">
            {{ 'ui.chart.svg' | transloco }}
          </button>
          <button type="button" class="button button-quiet" (click)="copyPicture()">
            {{ 'ui.chart.copyPicture' | transloco }}
          </button>
        }
        <button type="button" class="button button-quiet" (click)="save('csv')">
          {{ 'ui.chart.csv' | transloco }}
        </button>
        <button type="button" class="button button-quiet" (click)="copyNumbers()">
          {{ 'ui.chart.copyNumbers' | transloco }}
        </button>
        @if (pinnable()) {
          <button type="button" class="button button-quiet" (click)="pin()">
            {{ 'ui.chart.pin' | transloco }}
          </button>
        }
      </div>
    </ml-dropdown>
    <span class="visually-hidden" role="status">{{ done() }}</span>
  `,
  styles: `
    .ways {
      display: grid;
    }
    .ways .button {
      justify-content: flex-start;
    }
  `,
})
export class ChartExport {
  private readonly locale = inject(LocaleStore);
  private readonly toasts = inject(MatSnackBar);
  private readonly permissions = inject(HeldPermissions);
  private readonly pinning = inject(PINNING, { optional: true });
  private readonly dropdown = viewChild.required(Dropdown);

  readonly heading = input.required<string>();
  readonly subtitle = input.required<string>();
  readonly table = input.required<ChartTable>();
  /** What can be drawn; null where there is no picture but numbers. */
  readonly chart = input.required<(() => DrawableChart | null) | null>();

  /** What it is about, where it can be pinned to a report: one line or two. */
  readonly filters = input<readonly PinnedFilter[]>([]);

  protected readonly done = signal('');
  protected readonly pinnable = computed(
    () => this.pinning !== null && this.filters().length > 0 && this.permissions.has('reports.write'),
  );

  protected async save(kind: 'png' | 'svg' | 'csv'): Promise<void> {
    await this.tried('saved', async () => {
      const content =
        kind === 'csv' ? new Blob([chartCsv(this.table())], { type: 'text/csv' }) : await this.picture(kind);
      saveFile(content, `${fileName(this.heading())}.${kind}`);
    });
  }

  protected copyPicture(): Promise<void> {
    return this.tried('copied', async () => {
      // The clipboard takes the promise: waiting for the picture first would no longer count as the person's own click.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': this.picture('png') })]);
    });
  }

  protected copyNumbers(): Promise<void> {
    return this.tried('copied', () => navigator.clipboard.writeText(chartText(this.table())));
  }

  protected pin(): void {
    this.dropdown().close();
    this.pinning?.({ kind: 'chart', filters: this.filters() });
  }

  private async picture(kind: 'png' | 'svg'): Promise<Blob> {
    const chart = this.chart()?.();
    if (!chart) throw new Error('There is no chart to draw.');
    const { chartPng, chartSvg } = await import('./chart-picture');
    const words = { heading: this.heading(), subtitle: this.subtitle() };
    if (kind === 'png') return chartPng(chart, words);
    return new Blob([chartSvg(chart, words)], { type: 'image/svg+xml' });
  }

  private async tried(told: 'saved' | 'copied', act: () => Promise<void>): Promise<void> {
    this.dropdown().close();
    const say = (key: string) => this.locale.translate(`ui.chart.${key}`);
    try {
      await act();
      this.done.set(say(told));
      if (told === 'copied') this.toasts.open(say(told), undefined, { duration: SAID_MS });
    } catch {
      this.toasts.open(say('notTaken'), undefined, { duration: SAID_MS });
    }
  }
}

/** A heading as the name of a file. */
export function fileName(heading: string): string {
  const words = heading.replaceAll(/[^\p{L}\p{N}+\u2212-]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return `moodline-${words.slice(0, 60) || 'chart'}`;
}
