import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LABEL_SIGNS } from '@moodline/comments/web';
import type { WrongRow } from '@moodline/sentiment/contract';
import { LocaleStore } from '@moodline/shared/ui';

/** What the machine got wrong, those first of which it was surest. The texts are hostile and stay text. */
@Component({
  selector: 'ml-wrong-rows',
  imports: [TranslocoPipe],
  template: `
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="'sentiment.quality.wrong.title' | transloco">
      <ol>
        @for (row of rows(); track $index) {
          <li>
            <p dir="auto" [attr.lang]="row.language === 'und' ? null : row.language">
              @if (row.text !== null) {
                {{ row.text }}
              } @else {
                <span class="muted">{{ 'sentiment.quality.wrong.removed' | transloco }}</span>
              }
            </p>
            <p class="small numbers">
              <span class="muted">{{ 'sentiment.quality.wrong.gold' | transloco }}</span>
              <span aria-hidden="true">{{ signs[row.gold] }}</span> {{ 'filter.label.' + row.gold | transloco }}
              <span class="muted">· {{ 'sentiment.quality.wrong.predicted' | transloco }}</span>
              <span aria-hidden="true">{{ signs[row.predicted] }}</span>
              {{ 'filter.label.' + row.predicted | transloco }}
              @if (row.probabilities; as probabilities) {
                {{ locale.formats().percent(probabilities[row.predicted]) }}
              }
            </p>
          </li>
        }
      </ol>
    </div>
  `,
  styles: `
    .scroll {
      max-block-size: 480px;
      overflow: auto;
    }
    li {
      padding-block: var(--space-3);
      border-block-end: 1px solid var(--line);
    }
    p {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    .small {
      white-space: normal;
    }
  `,
})
export class WrongRows {
  protected readonly locale = inject(LocaleStore);
  protected readonly signs = LABEL_SIGNS;

  readonly rows = input.required<readonly WrongRow[]>();
}
