import { Component, input } from '@angular/core';
import type { TagColor } from '@moodline/comments/contract';

/** The color of a tag. Its name stands beside it, always. */
@Component({
  selector: 'ml-tag-dot',
  template: '',
  styles: `
    :host {
      display: inline-block;
      flex: none;
      inline-size: 10px;
      block-size: 10px;
      border-radius: 50%;
      background: var(--muted);
    }
    :host([data-color='blue']) {
      background: var(--accent);
    }
    :host([data-color='green']) {
      background: var(--positive);
    }
    :host([data-color='orange']) {
      background: var(--negative);
    }
    :host([data-color='red']) {
      background: light-dark(#b42318, #ff8a80);
    }
    :host([data-color='purple']) {
      background: light-dark(#7a3ea8, #c9a0f0);
    }
  `,
  host: { 'aria-hidden': 'true', '[attr.data-color]': 'color()' },
})
export class TagDot {
  readonly color = input.required<TagColor>();
}
