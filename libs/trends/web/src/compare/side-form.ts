import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { FilterStore } from '@moodline/comments/web';
import { type Language, LANGUAGES } from '@moodline/shared/contract';
import type { CompareSide, SideName } from './compare-side';

/** Chooses what one side of a comparison is. */
@Component({
  selector: 'ml-side-form',
  imports: [TranslocoPipe],
  templateUrl: './side-form.html',
  styleUrl: './side-form.css',
})
export class SideForm {
  protected readonly filters = inject(FilterStore);

  readonly name = input.required<SideName>();
  readonly side = input.required<CompareSide>();
  readonly changed = output<CompareSide>();

  protected readonly languages = LANGUAGES;
  /** All that are known, and the one that the address names. */
  protected readonly versions = computed(() => {
    const known = this.filters.versions();
    const [chosen] = this.side().version ?? [];
    return chosen === undefined || known.includes(chosen) ? known : [chosen, ...known];
  });

  protected setDay(end: 'from' | 'to', day: string): void {
    if (!day) return;
    const side = { ...this.side(), [end]: day };
    // Whoever moves one end past the other means the other to follow.
    if (side.from && side.to && side.from > side.to) side[end === 'from' ? 'to' : 'from'] = day;
    this.changed.emit(side);
  }

  protected setSource(id: string): void {
    this.changed.emit({ ...this.side(), source: id ? [id] : undefined });
  }

  protected setVersion(version: string): void {
    this.changed.emit({ ...this.side(), version: version ? [version] : undefined });
  }

  protected setMonitor(id: string): void {
    this.changed.emit({ ...this.side(), monitor: id ? Number(id) : undefined });
  }

  protected setLanguage(language: string): void {
    this.changed.emit({ ...this.side(), language: language ? [language as Language] : undefined });
  }
}
