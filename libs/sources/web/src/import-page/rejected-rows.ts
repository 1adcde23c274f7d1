import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore } from '@moodline/shared/ui';
import type { RejectedRow } from '@moodline/sources/contract';

/** More rows than this nobody reads on a page. */
const MOST_SHOWN = 100;

/** The rows of a file that could not be used, each with its line and why. */
@Component({
  selector: 'ml-rejected-rows',
  imports: [TranslocoPipe],
  templateUrl: './rejected-rows.html',
  styleUrl: './import-review.css',
})
export class RejectedRows {
  protected readonly locale = inject(LocaleStore);

  readonly rows = input.required<readonly RejectedRow[]>();
  /** How many there are, also where not all are listed. */
  readonly count = input.required<number>();
  /** The rows are numbered by entry, as JSON is, which may be a single line. */
  readonly entries = input(false);

  protected readonly shown = computed(() => this.rows().slice(0, MOST_SHOWN));

  /** The server's sentence is English and names the value; other languages say the kind of fault. */
  protected reason({ code, reason }: RejectedRow): string {
    return code && this.locale.language() !== 'en' ? this.locale.translate(`sources.reject.${code}`) : reason;
  }
}
