import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, DialogOpener, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import type { Run } from '@moodline/sources/contract';
import { lastValueFrom, map } from 'rxjs';
import { BackfillDialog, type BackfillDialogData } from '../backfill-dialog/backfill-dialog';
import { fileSize } from '../import-page/import-file';
import { runProblem } from '../run-problem';
import { UndoRunDialog, type UndoRunData } from '../source-dialogs/undo-run-dialog';
import { SourcesClient } from '../sources.client';
import { RunHistory } from './run-history';

/** What each run of a source brought and cost, and taking one back. */
@Component({
  selector: 'ml-runs-page',
  imports: [RouterLink, TranslocoPipe],
  providers: [RunHistory],
  templateUrl: './runs-page.html',
  styleUrl: './runs-page.css',
})
export class RunsPage {
  private readonly client = inject(SourcesClient);
  private readonly permissions = inject(HeldPermissions);
  private readonly toasts = inject(MatSnackBar);
  private readonly router = inject(Router);
  private readonly dialog = inject(DialogOpener);
  protected readonly locale = inject(LocaleStore);
  protected readonly history = inject(RunHistory);

  private readonly sourceId = toSignal(
    inject(ActivatedRoute).paramMap.pipe(map((params) => Number(params.get('id')))),
    { requireSync: true },
  );
  protected readonly problem = computed(() =>
    this.history.error() ? describeProblem(this.history.error(), this.locale).message : null,
  );
  protected readonly editable = computed(() => this.permissions.has('sources.write'));
  protected readonly undoing = signal<number | null>(null);

  constructor() {
    effect(() => {
      const id = this.sourceId();
      untracked(() => this.history.load(id));
    });
  }

  /** How long it took; how long it has been at work so far. */
  protected duration({ startedAt, finishedAt }: Run): string {
    return finishedAt ? this.locale.formats().duration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000) : '…';
  }

  protected size(bytes: number): string {
    return fileSize(bytes, (value, digits) => this.locale.formats().number(value, digits));
  }

  protected problemOf(run: Run): string {
    return runProblem(run, this.locale);
  }

  protected undoable({ status, imported }: Run): boolean {
    return this.editable() && (status === 'done' || status === 'failed') && imported > 0;
  }

  /** Asks first: what a run brought cannot be brought back from here. */
  protected askUndo(run: Run): void {
    const { imported: comments, fileName, startedAt } = run;
    const dialog = this.dialog.open<boolean, UndoRunData, UndoRunDialog>(UndoRunDialog, {
      name: 'undo-run',
      labelledBy: 'dialog-title',
      data: { source: this.history.source()?.name ?? '', comments, fileName, startedAt },
    });
    dialog.closed.subscribe((sure) => sure && void this.undo(run));
  }

  private async undo({ id, imported }: Run): Promise<void> {
    this.undoing.set(id);
    try {
      const { mayComeAgain } = await lastValueFrom(this.client.undo(id));
      this.toast(
        this.locale.translate(mayComeAgain ? 'sources.toast.undoneForNow' : 'sources.toast.undone', {
          count: this.locale.formats().number(imported),
        }),
      );
      this.history.reload();
    } catch (error) {
      this.toast(describeProblem(error, this.locale).message);
    } finally {
      this.undoing.set(null);
    }
  }

  protected openBackfill(): void {
    this.dialog.open<void, BackfillDialogData, BackfillDialog>(BackfillDialog, {
      name: 'backfill',
      labelledBy: 'dialog-title',
      data: { source: this.history.source, changed: () => this.history.reload() },
    });
  }

  private toast(message: string): void {
    this.toasts.open(message, undefined, { duration: 8_000 });
  }
}
