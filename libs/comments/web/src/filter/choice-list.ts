import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { FilterChoices, type ListField } from './filter-choices';

/** Tick boxes for a field of the filter: sources, labels, emotions, kinds, languages, stars. */
@Component({
  selector: 'ml-choice-list',
  imports: [TranslocoPipe],
  template: `
    <div role="group" [attr.aria-label]="'filter.' + field() + '.title' | transloco">
      @for (choice of choices.options()[field()]; track choice.value) {
        <label>
          <input
            type="checkbox"
            [checked]="choices.isChosen(field(), choice.value)"
            (change)="choices.toggle(field(), choice.value)"
          />
          <span>{{ choice.label }}</span>
        </label>
      } @empty {
        <p class="muted">{{ 'filter.source.none' | transloco }}</p>
      }
    </div>
  `,
  styles: `
    label {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 32px;
      padding-inline: var(--space-1);
      border-radius: 4px;
      cursor: pointer;
    }
    label:hover {
      background: var(--hover);
    }
    span {
      overflow-wrap: anywhere;
    }
  `,
})
export class ChoiceList {
  readonly field = input.required<ListField>();
  protected readonly choices = inject(FilterChoices);
}
