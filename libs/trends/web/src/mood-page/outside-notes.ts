import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { FilterStore } from '@moodline/comments/web';
import { Formats, noon } from '@moodline/shared/i18n';
import { LocaleStore } from '@moodline/shared/ui';

/** Undated comments are counted no further. */
const COUNTED = 10_000;

/** What the shown period cannot show: comments that were added last and are older (or newer), and comments without a date. */
@Component({
  selector: 'ml-outside-notes',
  imports: [RouterLink, TranslocoPipe],
  template: `
    @if (added(); as days) {
      <p>
        {{ 'trends.outside.added' | transloco: { days: days.words } }}
        <a routerLink="/" [queryParams]="filters.queryParams({ from: days.from, to: days.to })">{{
          'trends.outside.show' | transloco
        }}</a>
      </p>
    }
    @if (undated(); as count) {
      <p>
        {{ 'trends.outside.undated' | transloco: { count } }}
        <a routerLink="/comments" [queryParams]="{ period: 'all', undated: true }">{{
          'trends.outside.list' | transloco
        }}</a>
      </p>
    }
  `,
  styleUrl: './outside-notes.css',
})
export class OutsideNotes {
  protected readonly filters = inject(FilterStore);
  private readonly locale = inject(LocaleStore);

  /**
   * Days of what was added last, where none of them is in the shown period; null elsewhere, and where somebody chose the days. Of
   * sources that lie outside as a whole all days are shown, else those of the comments that were added.
   */
  protected readonly added = computed(() => {
    const added = this.filters.added();
    const { from, to } = this.filters.filter();
    if (!added || !from || !to || this.filters.period() === null) return null;
    const isOutside = (first: string, last: string) => last < from || first > to;
    if (!isOutside(added.first, added.last)) return null;
    const whole = isOutside(added.sourceFirst, added.sourceLast);
    const [first, last] = whole ? [added.sourceFirst, added.sourceLast] : [added.first, added.last];
    const formats = new Formats(this.locale.language(), 'UTC');
    return { from: first, to: last, words: formats.days(noon(first), noon(last)) };
  });

  protected readonly undated = computed(() => {
    const count = this.filters.undated();
    if (!count) return null;
    const number = this.locale.formats().number(Math.min(count, COUNTED));
    return count > COUNTED ? `${number}+` : number;
  });
}
