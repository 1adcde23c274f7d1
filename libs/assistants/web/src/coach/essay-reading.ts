import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore } from '@moodline/shared/ui';
import { CoachStore } from './coach-store';
import { markedParts } from './marked-parts';
import { MoodLine } from './mood-line';

/** An essay as it was read: the mood under each paragraph, and the advice with the phrases it is about. */
@Component({
  selector: 'ml-essay-reading',
  imports: [MoodLine, RouterLink, TranslocoPipe],
  templateUrl: './essay-reading.html',
  styleUrl: './essay-reading.css',
})
export class EssayReadingView {
  protected readonly store = inject(CoachStore);
  protected readonly locale = inject(LocaleStore);

  protected readonly paragraphs = computed(() =>
    (this.store.current()?.essay.paragraphs ?? []).map((paragraph, at) => ({
      paragraph,
      parts: markedParts(paragraph.text, at, this.store.advice()),
    })),
  );
  protected readonly written = computed(() => this.store.current()?.essay.written ?? null);
  protected readonly asked = computed(() => this.store.current()?.coached?.asked ?? null);
  protected readonly dropped = computed(() => this.store.current()?.coached?.dropped ?? []);

  protected show(number: number): void {
    const mark = document.getElementById(`advice-mark-${number}`);
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  }
}
