import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Which result goes, in words. */
export interface RemoveEvaluationData {
  readonly set: string;
  readonly version: string;
  /** What was found; or that nothing was. */
  readonly outcome: string;
}

/** Asks before the result of an evaluation goes. Closes with true. */
@Component({
  selector: 'ml-remove-evaluation-dialog',
  imports: [TranslocoPipe],
  template: `
    <div class="body">
      <h2 id="dialog-title">{{ 'sentiment.quality.runs.removal.title' | transloco: { set: data.set } }}</h2>
      <p>
        {{ 'sentiment.quality.runs.removal.text' | transloco: { version: data.version, outcome: data.outcome } }}
      </p>
      <div class="actions">
        <button class="button button-quiet" type="button" (click)="dialog.close()">
          {{ 'sentiment.quality.sets.cancel' | transloco }}
        </button>
        <button class="button button-danger" type="button" (click)="dialog.close(true)">
          {{ 'sentiment.quality.runs.removal.action' | transloco }}
        </button>
      </div>
    </div>
  `,
  styleUrl: './dialog.css',
})
export class RemoveEvaluationDialog {
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly data = inject<RemoveEvaluationData>(DIALOG_DATA);
}
