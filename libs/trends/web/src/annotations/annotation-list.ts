import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Annotation } from '@moodline/trends/contract';
import { AnnotationActions } from './annotation-actions';
import { AnnotationItems } from './annotation-items';

/** All annotations of a chart, folded, and the way to write one. */
@Component({
  selector: 'ml-annotation-list',
  imports: [AnnotationItems, TranslocoPipe],
  template: `
    @if (annotations().length) {
      <details>
        <summary class="small">{{ 'trends.notes.list' | transloco: { n: annotations().length } }}</summary>
        <ml-annotation-items [annotations]="annotations()" />
      </details>
    }
    @if (actions.mayWrite()) {
      <button type="button" class="link-button small" (click)="write.emit()">
        {{ 'trends.notes.add' | transloco }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--space-2) var(--space-4);
    }
    details[open] {
      flex-basis: 100%;
    }
    summary {
      color: var(--muted);
      cursor: pointer;
    }
    ml-annotation-items {
      display: block;
      padding-block: var(--space-2);
    }
  `,
})
export class AnnotationList {
  protected readonly actions = inject(AnnotationActions);
  readonly annotations = input.required<readonly Annotation[]>();
  readonly write = output();
}
