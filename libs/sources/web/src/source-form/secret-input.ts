import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SecretChoice } from './source-values';

/** A key or password: it is entered and never shown again; what is set is kept, replaced or removed. */
@Component({
  selector: 'ml-secret-input',
  imports: [TranslocoPipe],
  template: `
    @if (choice().state === 'given') {
      <div class="line">
        <input
          #line
          class="input"
          type="password"
          autocomplete="new-password"
          spellcheck="false"
          [id]="inputId()"
          [placeholder]="placeholder()"
          [value]="choice().value"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="invalid()"
          (input)="choose.emit({ state: 'given', value: line.value })"
          (blur)="left.emit()"
        />
      </div>
    } @else {
      <div class="line">
        <span class="chip" [class.chip-positive]="choice().state === 'kept'">{{
          'sources.form.secret.' + choice().state | transloco
        }}</span>
        <button
          class="link-button"
          type="button"
          [id]="inputId()"
          [attr.aria-label]="('sources.form.secret.replace' | transloco) + ': ' + name()"
          (click)="choose.emit({ state: 'given', value: '' })"
        >
          {{ 'sources.form.secret.replace' | transloco }}
        </button>
        @if (choice().state === 'kept' && removable()) {
          <button
            class="link-button"
            type="button"
            [attr.aria-label]="('sources.form.secret.remove' | transloco) + ': ' + name()"
            (click)="choose.emit({ state: 'removed', value: '' })"
          >
            {{ 'sources.form.secret.remove' | transloco }}
          </button>
        } @else if (choice().state === 'removed') {
          <button class="link-button" type="button" (click)="choose.emit({ state: 'kept', value: '' })">
            {{ 'sources.undo' | transloco }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-4);
      min-block-size: 36px;
    }
  `,
})
export class SecretInput {
  readonly inputId = input.required<string>();
  /** What it is called, for those who hear its buttons without the label. */
  readonly name = input.required<string>();
  readonly choice = input.required<SecretChoice>();
  readonly removable = input(false);
  readonly placeholder = input('');
  readonly describedBy = input<string | null>(null);
  readonly invalid = input(false);
  readonly choose = output<SecretChoice>();
  readonly left = output<void>();
}
