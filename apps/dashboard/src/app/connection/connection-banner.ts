import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ConnectionStore } from './connection-store';

/** Says that the server does not answer, for as long as it does not. */
@Component({
  selector: 'ml-connection-banner',
  imports: [TranslocoPipe],
  template: `
    <div role="status">
      @if (connection.lost()) {
        <p>{{ 'shell.connectionLost' | transloco }}</p>
      }
    </div>
  `,
  styles: `
    p {
      position: sticky;
      padding: var(--space-2) var(--space-4);
      background: var(--negative-soft);
      color: var(--negative);
      font-weight: 600;
      text-align: center;
    }
  `,
})
export class ConnectionBanner {
  protected readonly connection = inject(ConnectionStore);
}
