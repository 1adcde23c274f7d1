import type { DialogRef } from '@angular/cdk/dialog';
import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, DestroyRef, ElementRef, inject, TemplateRef, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DialogOpener, Dropdown, Icon, OverlayHistory } from '@moodline/shared/ui';
import { ChoiceList } from './choice-list';
import { FilterChoices, type ListField } from './filter-choices';
import { FilterStore } from './filter-store';
import { MonitorChoice } from './monitor-choice';
import { PeriodChoice } from './period-choice';
import { TextFilter } from './text-filter';
import { TagChoice } from '../tags/tag-choice';

/**
 * The filter of every page: period, sources, labels, languages, words. Where its container is narrow
 * it is one button that opens the same fields in a sheet; in between, period and words stand beside that button.
 */
@Component({
  selector: 'ml-filter-bar',
  imports: [
    ChoiceList,
    Dropdown,
    Icon,
    MonitorChoice,
    NgTemplateOutlet,
    PeriodChoice,
    TagChoice,
    TextFilter,
    TranslocoPipe,
  ],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.css',
})
export class FilterBar {
  protected readonly store = inject(FilterStore);
  protected readonly choices = inject(FilterChoices);
  private readonly dialogs = inject(DialogOpener);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private openedSheet: DialogRef | null = null;
  private readonly sheet = viewChild.required<TemplateRef<unknown>>('sheet');

  /** Stars where any comment has some, or where the address asks for them. */
  protected readonly lists = computed<readonly ListField[]>(() => {
    const stars = this.store.hasStars() || this.store.filter().stars?.length;
    return ['source', 'label', ...(stars ? (['stars'] as const) : [])];
  });
  protected readonly summary = computed(() => ({ period: this.choices.periodWords(), count: this.store.narrowed() }));

  constructor() {
    const destroyRef = inject(DestroyRef);
    destroyRef.onDestroy(() => this.closeSheet());
    destroyRef.onDestroy(inject(OverlayHistory).openFromAddress('filter', () => this.openSheet()));
  }

  /** Puts the cursor into the words, where they are: in the bar, or in the sheet when the bar is folded. */
  focusWords(): void {
    const field = this.host.querySelector<HTMLInputElement>('input[type=search]');
    if (field?.offsetParent) field.focus();
    else this.openSheet();
  }

  protected toggleUnique(): void {
    void this.store.patch({ unique: this.store.filter().unique ? undefined : true });
  }

  protected openSheet(): void {
    this.openedSheet = this.dialogs.open(this.sheet(), {
      name: 'filter',
      labelledBy: 'filter-sheet-title',
      place: 'side',
    });
  }

  protected closeSheet(): void {
    this.openedSheet?.close();
  }
}
