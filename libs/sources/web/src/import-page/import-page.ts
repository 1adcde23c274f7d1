import { HttpErrorResponse } from '@angular/common/http';
import { Component, computed, effect, ElementRef, inject, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemSchema } from '@moodline/shared/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { FileDrop } from './file-drop';
import { fileSize, isImportable } from './import-file';
import { ImportReview } from './import-review';
import { ImportStore, type ImportStep } from './import-store';
import { RejectedRows } from './rejected-rows';

/** Importing a file in four steps: choose, check, import, result. */
@Component({
  selector: 'ml-import-page',
  imports: [FileDrop, ImportReview, RejectedRows, RouterLink, TranslocoPipe],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export class ImportPage {
  protected readonly store = inject(ImportStore);
  protected readonly locale = inject(LocaleStore);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  protected readonly steps: readonly ImportStep[] = ['choose', 'review', 'importing', 'done'];
  protected readonly heading = computed(() =>
    this.store.step() === 'review' && !this.store.check() ? 'columns' : this.store.step(),
  );
  protected readonly chosen = computed(() => {
    const file = this.store.file();
    return (
      file && `${file.name} · ${fileSize(file.size, (value, digits) => this.locale.formats().number(value, digits))}`
    );
  });
  protected readonly unusual = computed(
    () => this.store.file() !== null && !isImportable(this.store.file()?.name ?? ''),
  );
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : null,
  );
  /** A feed is no file to import: it is added as a source. */
  protected readonly isFeed = computed(() => problemCode(this.store.error()) === 'feed-file');
  /** How much of the file is through: as the server tells, before that as it was sent. */
  protected readonly share = computed(() => this.store.progress()?.share ?? this.store.sent());
  protected readonly rows = computed(() => this.store.progress()?.rows ?? 0);

  private lastStep = this.store.step();

  constructor() {
    // A result that was looked at is not the beginning of the next visit.
    if (this.store.step() === 'done') this.store.reset();
    effect(() => {
      const step = this.store.step();
      if (step !== this.lastStep) untracked(() => this.title().nativeElement.focus());
      this.lastStep = step;
    });
  }

  protected check(): void {
    if (this.store.source().trim()) this.store.dryRun();
  }
}

function problemCode(error: unknown): string | null {
  return error instanceof HttpErrorResponse ? (problemSchema.safeParse(error.error).data?.code ?? null) : null;
}
