import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MoodParagraph } from '@moodline/assistants/contract';
import { LABEL_SIGNS } from '@moodline/comments/web';
import { LABELS } from '@moodline/comments/contract';
import { LocaleStore } from '@moodline/shared/ui';

/** The mood of a paragraph as a thin line in three colours and in words. */
@Component({
  selector: 'ml-mood-line',
  imports: [TranslocoPipe],
  template: `
    @if (mood().probabilities; as chances) {
      <span class="line" aria-hidden="true">
        @for (option of options; track option) {
          <span class="{{ option }}" [style.inline-size.%]="chances[option] * 100"></span>
        }
      </span>
    }
    <span class="words numbers">
      @if (mood().label; as label) {
        <span class="{{ label }}" aria-hidden="true">{{ signs[label] }}</span>
        {{ 'filter.label.' + label | transloco }}
        @if (share(); as words) {
          {{ words }}
        }
        @if (mood().unsure) {
          · {{ 'try.unsure' | transloco }}
        }
      } @else {
        {{ 'coach.noMood' | transloco }}
      }
    </span>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
    }
    .line {
      display: flex;
      block-size: 4px;
      overflow: hidden;
      border-radius: 2px;
    }
    .line .positive {
      background: var(--positive);
    }
    .line .neutral {
      background: var(--neutral-soft);
    }
    .line .negative {
      background: var(--negative);
    }
    .words {
      color: var(--muted);
      font-size: var(--font-12);
    }
    .words .positive {
      color: var(--positive);
    }
    .words .negative {
      color: var(--negative);
    }
  `,
})
export class MoodLine {
  private readonly locale = inject(LocaleStore);
  readonly mood = input.required<Omit<MoodParagraph, 'text'>>();

  protected readonly signs = LABEL_SIGNS;
  protected readonly options = LABELS;
  protected readonly share = computed(() => {
    const { label, probabilities } = this.mood();
    return label && probabilities ? this.locale.formats().percent(probabilities[label], 0) : '';
  });
}
