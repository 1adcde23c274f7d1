import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@moodline/shared/ui';
import { ModelsStore } from '../models-store';

/** Says on every page that comments are sent to another machine, and to which; nothing while they stay here. */
@Component({
  selector: 'ml-leaving-badge',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    @if (hosts(); as hosts) {
      <a routerLink="/settings/model" [title]="'models.leaving.text' | transloco: { hosts }">
        <ml-icon name="external" /><span class="badge">{{ 'models.leaving.badge' | transloco }}</span
        ><span class="visually-hidden">: {{ hosts }}</span>
      </a>
    }
  `,
  styleUrl: './leaving-badge.css',
})
export class LeavingBadge {
  private readonly store = inject(ModelsStore);
  protected readonly hosts = computed(() => this.store.hosts().join(', '));

  constructor() {
    void this.store.loadStatus();
  }
}
