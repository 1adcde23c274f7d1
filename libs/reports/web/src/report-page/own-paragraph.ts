import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** A paragraph that somebody writes into a report: its heading and its text, told as they are typed. */
@Component({
  selector: 'ml-own-paragraph',
  imports: [TranslocoPipe],
  template: `
    <div class="field">
      <label [for]="'own-title-' + place()">{{ 'reports.plan.ownTitle' | transloco }}</label>
      <input
        #title
        class="input"
        maxlength="120"
        [id]="'own-title-' + place()"
        [value]="heading()"
        (input)="changes.emit({ title: title.value })"
      />
    </div>
    <div class="field">
      <label [for]="'own-text-' + place()">{{ 'reports.plan.ownText' | transloco }}</label>
      <textarea
        #words
        class="input"
        maxlength="4000"
        [id]="'own-text-' + place()"
        [value]="text()"
        (input)="changes.emit({ text: words.value })"
      ></textarea>
    </div>
    <div>
      <button class="link-button small" type="button" (click)="removes.emit()">
        {{ 'reports.plan.removeOwn' | transloco }}
      </button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }

    textarea {
      min-block-size: 96px;
      resize: vertical;
    }
  `,
})
export class OwnParagraph {
  /** Where it stands among the sections, for the ids of its fields. */
  readonly place = input.required<number>();
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
  readonly changes = output<{ readonly title: string } | { readonly text: string }>();
  readonly removes = output();
}
