import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** Leads from the settings to the channels. */
@Component({
  selector: 'ml-channels-section',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <section class="card" aria-labelledby="channels-title">
      <h2 id="channels-title">{{ 'notify.title' | transloco }}</h2>
      <p class="muted">{{ 'notify.section' | transloco }}</p>
      <a class="button" routerLink="/settings/channels">{{ 'notify.open' | transloco }}</a>
    </section>
  `,
  styles: `
    .card {
      display: grid;
      justify-items: start;
      gap: var(--space-4);
    }
    h2 {
      font-size: var(--font-16);
    }
  `,
})
export class ChannelsSection {}
