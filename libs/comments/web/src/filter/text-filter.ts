import { Component, DestroyRef, effect, ElementRef, inject, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { FilterStore } from './filter-store';

/** Milliseconds without a key before the words are taken as typed. */
const PAUSE = 350;

/** Words that a comment must contain. Taken after a short pause or at once with Enter. */
@Component({
  selector: 'ml-text-filter',
  imports: [TranslocoPipe],
  template: `
    <input
      #field
      class="input"
      type="search"
      maxlength="200"
      [attr.aria-label]="'filter.text.title' | transloco"
      [placeholder]="'filter.text.placeholder' | transloco"
      [title]="'filter.text.hint' | transloco"
      (input)="takeSoon()"
      (change)="take()"
    />
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class TextFilter {
  private readonly store = inject(FilterStore);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
    effect(() => {
      const words = this.store.filter().q ?? '';
      const input = this.field().nativeElement;
      // What is being typed is newer than the address.
      if (input.value.trim() !== words && this.timer === undefined) input.value = words;
    });
  }

  protected takeSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.take(), PAUSE);
  }

  protected take(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const words = this.field().nativeElement.value.trim();
    if (words !== (this.store.filter().q ?? '')) void this.store.patch({ q: words || undefined });
  }
}
