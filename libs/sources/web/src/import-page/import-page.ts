import { HttpErrorResponse } from '@angular/common/http';
import { Component, computed, effect, ElementRef, inject, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemSchema } from '@moodline/shared/contract';
import { dayIn } from '@moodline/shared/i18n';
import { describeProblem, DialogOpener, LocaleStore } from '@moodline/shared/ui';
import { UndoRunDialog, type UndoRunData } from '../source-dialogs/undo-run-dialog';
import { FileDrop } from './file-drop';
import { fileSize, isImportable } from './import-file';
import { ImportReview } from './import-review';
import { ImportStore, type ImportStep } from './import-store';
import { RejectedRows } from './rejected-rows';

/** What the overview shows by itself, in milliseconds. */
const SHOWN_MS = 30 * 86_400_000;

/** Importing a file in four steps: choose, check, import, result. */
@Component({
  selector: 'ml-import-page',
  imports: [FileDrop, ImportReview, RejectedRows, RouterLink, TranslocoPipe],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export class ImportPage {
  private readonly dialog = inject(DialogOpener);
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

  /** The days of comments that the last 30 days do not show; null for newer ones. */
  protected readonly oldDays = computed(() => {
    const { firstAt, lastAt, imported } = this.store.result() ?? {};
    if (!firstAt || !lastAt || !imported || Date.now() - Date.parse(lastAt) < SHOWN_MS) return null;
    const zone = this.locale.timeZone();
    return { from: dayIn(zone, new Date(firstAt)), to: dayIn(zone, new Date(lastAt)) };
  });

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

  protected askUndo(): void {
    const result = this.store.result();
    if (!result) return;
    const fileName = this.store.file()?.name ?? null;
    const dialog = this.dialog.open<boolean, UndoRunData, UndoRunDialog>(UndoRunDialog, {
      name: 'undo-run',
      labelledBy: 'dialog-title',
      data: { source: this.store.source().trim(), comments: result.imported, fileName, startedAt: null },
    });
    dialog.closed.subscribe((sure) => sure && void this.store.undo());
  }

  protected check(): void {
    if (this.store.source().trim()) this.store.dryRun();
  }
}

function problemCode(error: unknown): string | null {
  return error instanceof HttpErrorResponse ? (problemSchema.safeParse(error.error).data?.code ?? null) : null;
}
