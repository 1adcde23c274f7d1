import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** What people choose when a version that was never evaluated is about to label comments. */
export type UnmeasuredChoice = 'evaluate' | 'use';

/** Asks before a version labels comments that nobody has measured. Closes with the choice, or without one. */
@Component({
  selector: 'ml-unmeasured-dialog',
  imports: [TranslocoPipe],
  template: `
    <div class="body">
      <h2 id="dialog-title">{{ 'roles.confirm.title' | transloco }}</h2>
      <p>{{ 'roles.confirm.text' | transloco: { version } }}</p>
      <div class="actions">
        <button class="button button-quiet" type="button" (click)="dialog.close()">
          {{ 'roles.confirm.cancel' | transloco }}
        </button>
        <button class="button" type="button" (click)="dialog.close('use')">
          {{ 'roles.confirm.use' | transloco }}
        </button>
        <button class="button button-primary" type="button" cdkFocusInitial (click)="dialog.close('evaluate')">
          {{ 'roles.confirm.evaluate' | transloco }}
        </button>
      </div>
    </div>
  `,
  styles: `
    .body {
      display: grid;
      gap: var(--space-4);
      inline-size: min(520px, calc(100vw - 2 * var(--space-4)));
      padding: var(--space-5);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: var(--space-2);
    }
  `,
})
export class UnmeasuredDialog {
  protected readonly dialog = inject<DialogRef<UnmeasuredChoice>>(DialogRef);
  protected readonly version = inject<number>(DIALOG_DATA);
}
