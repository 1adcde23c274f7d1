import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { IMPORT_FIELDS, type ImportField } from '@moodline/sources/contract';
import { ImportDoubts } from './import-doubts';
import { ImportStore } from './import-store';
import { RejectedRows } from './rejected-rows';

const NEEDED: readonly ImportField[] = ['text', 'publishedAt'];
const DELIMITERS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** What a dry run understood of the file, and changing it by hand. */
@Component({
  selector: 'ml-import-review',
  imports: [ImportDoubts, RejectedRows, RouterLink, TranslocoPipe],
  templateUrl: './import-review.html',
  styleUrl: './import-review.css',
})
export class ImportReview {
  protected readonly store = inject(ImportStore);
  protected readonly locale = inject(LocaleStore);

  protected readonly formats = {
    csv: 'CSV',
    json: 'JSON',
    jsonl: 'JSON Lines',
    xlsx: 'Excel',
    xml: 'XML',
    html: 'HTML',
    chat: 'TXT',
  } as const;
  protected readonly check = this.store.check;
  /** Whether the first rows have stars or a verdict. */
  protected readonly rated = computed(
    () => this.check()?.preview.some(({ stars, recommended }) => stars !== null || recommended !== null) ?? false,
  );
  protected readonly versioned = computed(() => this.check()?.preview.some(({ version }) => version !== null) ?? false);
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : null,
  );
  /** Each field with its column and how that was found out. */
  protected readonly fields = computed(() => {
    const recognised = this.check()?.recognised ?? [];
    return IMPORT_FIELDS.map((field) => ({
      field,
      needed: NEEDED.includes(field),
      column: this.store.mapping()[field] || null,
      why: recognised.find((entry) => entry.field === field)?.why ?? null,
    }));
  });
  protected readonly delimiter = computed(() => {
    const delimiter = this.check()?.delimiter;
    if (!delimiter) return null;
    const name = DELIMITERS[delimiter];
    return name ? this.locale.translate(`sources.import.delimiters.${name}`) : delimiter;
  });
  protected readonly importable = computed(() => !this.store.checking() && (this.check()?.imported ?? 0) > 0);

  protected choose(field: ImportField, column: string): void {
    this.store.setColumn(field, column || null);
  }
}
