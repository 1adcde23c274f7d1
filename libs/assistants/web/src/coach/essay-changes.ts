import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore } from '@moodline/shared/ui';
import { CoachStore } from './coach-store';
import { MoodLine } from './mood-line';

/** The new version beside the former: the mood by paragraph, and which advice was followed. */
@Component({
  selector: 'ml-essay-changes',
  imports: [MoodLine, TranslocoPipe],
  templateUrl: './essay-changes.html',
  styleUrl: './essay-changes.css',
})
export class EssayChanges {
  protected readonly store = inject(CoachStore);
  private readonly locale = inject(LocaleStore);

  protected readonly rows = computed(() => {
    const [before, after] = [this.store.former()?.essay.paragraphs, this.store.current()?.essay.paragraphs];
    return (this.store.pairs() ?? []).map((pair) => ({
      ...pair,
      old: pair.before === null ? null : (before?.[pair.before] ?? null),
      fresh: pair.after === null ? null : (after?.[pair.after] ?? null),
    }));
  });

  /** Points on the scale of -100 to 100, with their sign. */
  protected moved(value: number): string {
    const points = this.locale.formats().number(Math.abs(value) * 100, 0);
    if (Math.round(value * 100) === 0) return points;
    return value < 0 ? `−${points}` : `+${points}`;
  }

  protected start(text: string): string {
    const signs = [...text];
    return signs.length > 48 ? `${signs.slice(0, 48).join('')}…` : text;
  }
}
