import { Component, computed, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LabelledSet } from '@moodline/sentiment/contract';
import { LABELS } from '@moodline/comments/contract';
import { DialogOpener, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { QualityStore } from './quality-store';
import { RemoveSetDialog } from './remove-set-dialog';
import { UploadSetDialog } from './upload-set-dialog';

/** The labelled sets that people brought: what is in them, a new one, and the end of one. */
@Component({
  selector: 'ml-labelled-sets',
  imports: [TranslocoPipe],
  templateUrl: './labelled-sets.html',
  styleUrl: './labelled-sets.css',
})
export class LabelledSets {
  protected readonly store = inject(QualityStore);
  protected readonly locale = inject(LocaleStore);
  private readonly dialog = inject(DialogOpener);
  private readonly toasts = inject(MatSnackBar);
  private readonly permissions = inject(HeldPermissions);

  protected readonly labels = LABELS;
  protected readonly editable = computed(() => this.permissions.has('evaluations.write'));

  /** Opens the dialog that takes a file. */
  upload(): void {
    this.dialog
      .open<LabelledSet, void, UploadSetDialog>(UploadSetDialog, { name: 'upload-set', labelledBy: 'dialog-title' })
      .closed.subscribe((set) => set && this.store.reload());
  }

  protected remove(set: LabelledSet): void {
    const dialog = this.dialog.open<boolean, LabelledSet, RemoveSetDialog>(RemoveSetDialog, {
      name: 'remove-set',
      labelledBy: 'dialog-title',
      data: set,
    });
    dialog.closed.subscribe((removed) => {
      if (!removed) return;
      this.store.reload();
      this.toasts.open(this.locale.translate('sentiment.quality.sets.removed', { name: set.name }), undefined, {
        duration: 5_000,
      });
    });
  }

  protected mix({ labels }: LabelledSet): string {
    return LABELS.map(
      (label) => `${this.locale.translate(`filter.label.${label}`)} ${this.locale.formats().number(labels[label])}`,
    ).join(' · ');
  }
}
