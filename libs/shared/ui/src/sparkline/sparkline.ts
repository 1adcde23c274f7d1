import { Component, computed, input } from '@angular/core';
import { sparklinePath } from './sparkline-path';

/** A line of values without axes, as wide as its container. Decoration beside a number: it says nothing to a screen reader. */
@Component({
  selector: 'ml-sparkline',
  template: `
    <div class="drawing">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        @if (zero(); as y) {
          <path class="zero" [attr.d]="'M0 ' + y + 'H100'" />
        }
        @for (mark of marked(); track mark) {
          <path class="mark" [attr.d]="'M' + mark + ' 0V100'" />
        }
        <path class="values" [attr.d]="drawn().path" />
      </svg>
      @if (drawn().last; as last) {
        <span class="last" [style.left.%]="last.x" [style.top.%]="last.y"></span>
      }
    </div>
  `,
  styleUrl: './sparkline.css',
})
export class Sparkline {
  /** Values in order; null leaves a gap. */
  readonly values = input.required<readonly (number | null)[]>();
  /** Across how many places at most, from one value to the next, the line is drawn nevertheless. */
  readonly bridge = input(1);
  /** Bounds of the scale; given to several lines they can be compared. By default those of the values. */
  readonly min = input<number>();
  readonly max = input<number>();

  /** Places among the values where something happened. */
  readonly marks = input<readonly number[]>([]);

  protected readonly marked = computed(() => {
    const steps = Math.max(1, this.values().length - 1);
    return [...new Set(this.marks())].map((index) => Math.round((10_000 * index) / steps) / 100);
  });
  protected readonly drawn = computed(() => sparklinePath(this.values(), this.bounds(), this.bridge()));
  /** Height of the zero line, where zero lies within. */
  protected readonly zero = computed(() => {
    const { min, max } = this.bounds();
    return min < 0 && max > 0 ? (max / (max - min)) * 100 : null;
  });
  private readonly bounds = computed(() => {
    const known = this.values().filter((value) => value !== null);
    return { min: this.min() ?? Math.min(...known), max: this.max() ?? Math.max(...known) };
  });
}
