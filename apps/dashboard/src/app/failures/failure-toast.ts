import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@moodline/shared/ui/start';
import { FailureHandler } from './failure-handler';

/** Tells of a failure that no page dealt with, until it is closed. */
@Component({
  selector: 'ml-failure-toast',
  imports: [Icon, TranslocoPipe],
  template: `
    <div role="alert">
      @if (failures.failure(); as failure) {
        <div class="floating toast">
          <ml-icon name="warning" class="negative" />
          <p>
            {{ failure.message }}
            @if (failure.correlationId; as id) {
              <span class="muted small">{{ 'shell.reference' | transloco: { id } }}</span>
            }
          </p>
          <button
            type="button"
            class="icon-button"
            [attr.aria-label]="'ui.close' | transloco"
            (click)="failures.dismiss()"
          >
            <ml-icon name="close" />
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    .toast {
      position: fixed;
      z-index: 1100;
      inset-block-end: calc(var(--space-4) + var(--bottom-bar));
      inset-inline-start: 50%;
      display: flex;
      align-items: flex-start;
      gap: var(--space-3);
      width: min(480px, calc(100vw - 2 * var(--space-4)));
      padding: var(--space-3);
      transform: translateX(-50%);
    }
    p {
      flex: 1;
      padding-block: var(--space-2);
      overflow-wrap: anywhere;
    }
    .muted {
      display: block;
    }
    ml-icon {
      margin-top: var(--space-2);
    }
    button ml-icon {
      margin: 0;
    }
  `,
})
export class FailureToast {
  protected readonly failures = inject(FailureHandler);
}
