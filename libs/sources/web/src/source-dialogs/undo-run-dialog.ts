import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore } from '@moodline/shared/ui';

/** What an undo takes. */
export interface UndoRunData {
  /** Name of the source that the comments are in. */
  readonly source: string;
  /** How many comments go. */
  readonly comments: number;
  /** The file they came with; null for a run that read a site. */
  readonly fileName: string | null;
  /** When the run began; null for the one that ended just now. */
  readonly startedAt: string | null;
}

/** Asks before the comments of a run go for good, and waits for the name of their source. Closes with true. */
@Component({
  selector: 'ml-undo-run-dialog',
  imports: [TranslocoPipe],
  templateUrl: './undo-run-dialog.html',
  styleUrl: './dialog.css',
})
export class UndoRunDialog {
  private readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly locale = inject(LocaleStore);
  protected readonly run = inject<UndoRunData>(DIALOG_DATA);

  protected readonly typed = signal('');
  protected readonly confirmed = computed(() => this.typed().trim() === this.run.source.trim());
  protected readonly origin = computed(() => this.run.fileName ?? this.begun());

  protected undo(): void {
    if (this.confirmed()) this.dialog.close(true);
  }

  protected cancel(): void {
    this.dialog.close();
  }

  private begun(): string {
    return this.run.startedAt ? this.locale.formats().dateTime(this.run.startedAt) : this.run.source;
  }
}
