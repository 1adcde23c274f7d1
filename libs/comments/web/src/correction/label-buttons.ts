import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Comment, type Label, LABELS } from '@moodline/comments/contract';
import { LABEL_SIGNS } from '../comment-row/label-signs';
import { LabelCorrections } from './label-corrections';

/** Three small buttons that say what a comment is, and one that takes it back. Nothing for people who may not. */
@Component({
  selector: 'ml-label-buttons',
  imports: [TranslocoPipe],
  template: `
    @if (corrections.allowed()) {
      <span role="group" [attr.aria-label]="'comments.correction.title' | transloco">
        @for (label of labels; track label) {
          <button
            type="button"
            [class]="label"
            [attr.aria-pressed]="comment().correction?.label === label"
            [attr.aria-label]="'comments.correction.as' | transloco: { label: 'filter.label.' + label | transloco }"
            [title]="('filter.label.' + label | transloco) + ' · ' + ($index + 1)"
            (click)="corrections.correct(comment(), label)"
          >
            <span aria-hidden="true">{{ signs[label] }}</span>
          </button>
        }
        @if (comment().correction) {
          <button
            type="button"
            [attr.aria-label]="'comments.correction.withdraw' | transloco"
            [title]="('comments.correction.withdraw' | transloco) + ' · u'"
            (click)="corrections.withdraw(comment())"
          >
            <span aria-hidden="true">↺</span>
          </button>
        }
      </span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
    }
    [role='group'] {
      display: inline-flex;
      overflow: hidden;
      border: 1px solid var(--line-strong);
      border-radius: 12px;
    }
    button {
      min-inline-size: 30px;
      min-block-size: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--muted);
      font-size: var(--font-12);
      line-height: 1;
    }
    button + button {
      border-inline-start: 1px solid var(--line);
    }
    button:hover {
      background: var(--hover);
      color: var(--text);
    }
    button:focus-visible {
      outline-offset: -2px;
      border-radius: 12px;
    }
    button[aria-pressed='true'] {
      background: var(--neutral-soft);
      color: var(--text);
      font-weight: 600;
    }
    .positive[aria-pressed='true'] {
      background: var(--positive-soft);
      color: var(--positive);
    }
    .negative[aria-pressed='true'] {
      background: var(--negative-soft);
      color: var(--negative);
    }
    @media (pointer: coarse) {
      button {
        min-inline-size: 44px;
        min-block-size: 36px;
      }
    }
  `,
})
export class LabelButtons {
  protected readonly corrections = inject(LabelCorrections);

  readonly comment = input.required<Comment>();

  protected readonly labels = LABELS;
  protected readonly signs: Readonly<Record<Label, string>> = LABEL_SIGNS;
}
