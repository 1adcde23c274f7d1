import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore } from '@moodline/shared/ui';
import type { ImportDoubt } from '@moodline/sources/contract';
import { ImportStore } from './import-store';

/** Labels of choices that are words of the product; all others are names from the file. */
const WORDS = ['day-first', 'month-first', 'year-first', 'file', 'now', 'stars', 'likes', 'use', 'leave'];
const TIMES: readonly ImportDoubt['code'][] = ['day-order', 'relative-times'];

/** What the check was not sure of, with the other choices one click away, and what else could be made of the file. */
@Component({
  selector: 'ml-import-doubts',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './import-doubts.html',
  styleUrl: './import-doubts.css',
})
export class ImportDoubts {
  protected readonly store = inject(ImportStore);
  private readonly locale = inject(LocaleStore);

  protected readonly doubts = computed(() =>
    (this.store.check()?.doubts ?? []).map((doubt) => ({
      code: doubt.code,
      text: this.locale.translate(`sources.import.doubts.${doubt.code}`, {
        columns: doubt.columns.join(this.locale.translate('sources.import.listComma')),
        count: this.locale.formats().number(doubt.count ?? 0),
        first: doubt.choices.find(({ chosen }) => chosen)?.label ?? '',
        reason: doubt.reason === null ? '' : this.locale.translate(`sources.import.reasons.${doubt.reason}`),
      }),
      choices: doubt.choices.map((choice) => ({
        ...choice,
        words: WORDS.includes(choice.label)
          ? this.locale.translate(`sources.import.choices.${choice.label}`)
          : choice.label,
        example: this.example(doubt.code, choice.example),
      })),
    })),
  );
  protected readonly offers = computed(() => this.store.check()?.offers ?? []);
  protected readonly parts = computed(() => {
    const check = this.store.check();
    return check && check.parts.length > 1 && !check.doubts.some(({ code }) => code === 'part') ? check.parts : [];
  });

  private example(code: ImportDoubt['code'], example: string | null): string | null {
    return example && TIMES.includes(code) ? this.locale.formats().dateTime(example) : example;
  }
}
