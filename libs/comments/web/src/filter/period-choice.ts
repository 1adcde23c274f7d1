import { Component, computed, inject, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { dayIn, Formats, noon } from '@moodline/shared/i18n';
import { Icon, LocaleStore } from '@moodline/shared/ui';
import { FilterStore } from './filter-store';
import { PERIODS, type PeriodPreset } from './period';

/** Undated comments are counted no further. */
const COUNTED = 10_000;

/** The presets and two date fields for any other days. */
@Component({
  selector: 'ml-period-choice',
  imports: [Icon, TranslocoPipe],
  templateUrl: './period-choice.html',
  styleUrl: './period-choice.css',
})
export class PeriodChoice {
  protected readonly store = inject(FilterStore);
  private readonly locale = inject(LocaleStore);
  /** A preset was taken: there is nothing more to choose. */
  readonly chosen = output();

  protected readonly periods = PERIODS;
  protected readonly days = computed(() => ({
    from: this.dayOf(this.store.filter().from),
    to: this.dayOf(this.store.filter().to),
  }));
  /** Said only where it may surprise: the newest comment is not of today. */
  protected readonly newestDay = computed(() => {
    const last = this.store.range()?.last;
    if (!last || last >= dayIn(this.locale.timeZone())) return null;
    return new Formats(this.locale.language(), 'UTC').days(noon(last), noon(last));
  });

  /** "Date unknown (12)"; null where every comment has a date. */
  protected readonly undatedWords = computed(() => {
    const count = this.store.undated();
    if (!count && !this.store.filter().undated) return null;
    const words = this.locale.translate('filter.period.undated');
    const number = this.locale.formats().number(Math.min(count, COUNTED));
    return `${words} (${count > COUNTED ? `${number}+` : number})`;
  });

  protected isChosen(period: PeriodPreset): boolean {
    return this.store.period() === period && !this.store.filter().undated;
  }

  protected chooseUndated(): void {
    void this.store.chooseUndated();
    this.chosen.emit();
  }

  protected choose(period: PeriodPreset): void {
    void this.store.choosePeriod(period);
    this.chosen.emit();
  }

  protected setDay(field: 'from' | 'to', value: string): void {
    const days = { ...this.days(), [field]: value };
    // The day that was not touched follows when the two would stand the wrong way round.
    if (days.from && days.to && days.from > days.to) days[field === 'from' ? 'to' : 'from'] = value;
    void this.store.patch({ from: days.from || undefined, to: days.to || undefined });
  }

  private dayOf(moment: string | undefined): string {
    if (!moment) return '';
    return moment.length === 10 ? moment : dayIn(this.locale.timeZone(), moment);
  }
}
