import { Component, input, output } from '@angular/core';

/** Moves something in a list by one place. */
@Component({
  selector: 'ml-move-buttons',
  template: `
    <button
      class="button button-quiet"
      type="button"
      [disabled]="first()"
      [attr.aria-label]="up()"
      (click)="moves.emit(-1)"
    >
      ↑
    </button>
    <button
      class="button button-quiet"
      type="button"
      [disabled]="last()"
      [attr.aria-label]="down()"
      (click)="moves.emit(1)"
    >
      ↓
    </button>
  `,
  styles: `
    :host {
      display: flex;
    }

    button {
      min-inline-size: 36px;
      padding-inline: var(--space-2);
    }
  `,
})
export class MoveButtons {
  /** What the buttons are called, with the name of what they move. */
  readonly up = input.required<string>();
  readonly down = input.required<string>();
  readonly first = input(false);
  readonly last = input(false);
  /** −1 towards the beginning, 1 towards the end. */
  readonly moves = output<-1 | 1>();
}

/** The list with the element at one place moved by one. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const copy = [...list];
  const [one] = copy.splice(from, 1);
  if (one !== undefined) copy.splice(from + by, 0, one);
  return copy;
}
