import { Component, computed, inject, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@moodline/shared/ui';
import { FilterStore } from './filter-store';

/** All comments, or those of one monitor. */
@Component({
  selector: 'ml-monitor-choice',
  imports: [Icon, TranslocoPipe],
  template: `
    <div role="group" [attr.aria-label]="'filter.monitor.title' | transloco">
      <button type="button" [attr.aria-pressed]="!current()" (click)="choose(undefined)">
        <span>{{ 'filter.monitor.all' | transloco }}</span>
        @if (!current()) {
          <ml-icon name="check" />
        }
      </button>
      @for (monitor of store.monitors(); track monitor.id) {
        <button type="button" [attr.aria-pressed]="current() === monitor.id" (click)="choose(monitor.id)">
          <span>{{ monitor.name }}</span>
          @if (current() === monitor.id) {
            <ml-icon name="check" />
          }
        </button>
      }
    </div>
  `,
  styleUrl: './one-choice.css',
})
export class MonitorChoice {
  protected readonly store = inject(FilterStore);
  readonly chosen = output();
  protected readonly current = computed(() => this.store.filter().monitor);

  protected choose(monitor: number | undefined): void {
    void this.store.patch({ monitor });
    this.chosen.emit();
  }
}
