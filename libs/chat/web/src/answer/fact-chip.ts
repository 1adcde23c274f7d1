import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import type { Fact } from '@moodline/narration/contract';
import { CommentDrawerOpener } from '@moodline/comments/web';
import { LocaleStore } from '@moodline/shared/ui';
import { commentsBehind } from './comments-behind';
import { factWords } from './fact-words';

/** The mark of a fact behind a sentence: tells the fact on hover and focus, opens its comments on click. */
@Component({
  selector: 'ml-fact-chip',
  imports: [MatTooltip],
  template: `
    <button
      type="button"
      class="numbers"
      #tooltip="matTooltip"
      [matTooltip]="tip()"
      matTooltipPosition="above"
      [attr.aria-haspopup]="target() ? 'dialog' : null"
      (click)="open(tooltip)"
    >
      [{{ fact().id }}]
    </button>
  `,
  styleUrl: './fact-chip.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactChip {
  private readonly drawer = inject(CommentDrawerOpener);
  private readonly locale = inject(LocaleStore);

  readonly fact = input.required<Fact>();

  private readonly told = computed(() => factWords(this.fact(), this.locale));
  protected readonly tip = computed(() => [this.told().quote, this.told().words].filter(Boolean).join(' '));
  protected readonly target = computed(() => commentsBehind(this.fact()));

  protected open(tooltip: MatTooltip): void {
    const target = this.target();
    if (target) this.drawer.open(target, this.told().words);
    // Nothing to open: at least a finger, which cannot hover, gets to see the fact.
    else tooltip.show();
  }
}
