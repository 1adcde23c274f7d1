import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { HeldPermissions, Icon, keptAnswer, LocaleStore } from '@moodline/shared/ui';
import { timer } from 'rxjs';
import { AlertsClient } from '../alerts.client';
import { headlineOf } from '../measure-words';

/** Rules are checked every ten minutes (ms). */
const LOOK_EVERY = 60_000;
const SHOWN = 3;

/** Alerts that go on, one line each, which leads to the alert. Nothing where there is none, or none may be seen. */
@Component({
  selector: 'ml-open-alerts',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    @if (alerts().length) {
      <ul [attr.aria-label]="'alerts.open.title' | transloco">
        @for (alert of alerts(); track alert.id) {
          <li>
            <ml-icon name="warning" />
            <a routerLink="/alerts" [queryParams]="{ alert: alert.id }">{{ alert.headline }}</a>
            <span class="muted small numbers">{{ alert.rest }}</span>
          </li>
        }
        @if (more()) {
          <li>
            <a class="small" routerLink="/alerts">{{ 'alerts.open.all' | transloco }}</a>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host:empty {
      display: none;
    }
    ul {
      display: grid;
      gap: var(--space-2);
      padding: var(--space-3) var(--space-4);
      border: 1px solid var(--negative);
      border-radius: var(--radius);
      background: var(--surface);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--space-3);
    }
    ml-icon {
      color: var(--negative);
    }
  `,
})
export class OpenAlerts {
  private readonly client = inject(AlertsClient);
  private readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);

  private readonly question = computed(() =>
    this.permissions.has('alerts.read') ? { state: 'open' as const, limit: SHOWN } : undefined,
  );
  private readonly page = keptAnswer(this.question, (question) => this.client.page(question), {
    on: timer(LOOK_EVERY, LOOK_EVERY),
    every: LOOK_EVERY,
  });
  protected readonly more = computed(() => Boolean(this.page.value()?.nextCursor));
  protected readonly alerts = computed(() => {
    const formats = this.locale.formats();
    return (this.page.value()?.items ?? []).map((alert) => ({
      id: alert.id,
      headline: headlineOf(alert, this.locale),
      rest: `${alert.rule.name} · ${this.locale.translate('alerts.card.since', { time: formats.moment(alert.since) })}`,
    }));
  });
}
