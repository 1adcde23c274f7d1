import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { type Annotation, WRITTEN_KINDS, type WrittenKind } from '@moodline/trends/contract';
import { firstValueFrom } from 'rxjs';
import { AnnotationsClient } from './annotations.client';

/** A new note of a day or an instant, or one that is there already. */
export type NoteToWrite = Pick<Annotation, 'at'> & Partial<Pick<Annotation, 'id' | 'text' | 'kind'>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Writes down what happened on a day. Closes with true when it was kept. */
@Component({
  selector: 'ml-note-dialog',
  imports: [TranslocoPipe],
  templateUrl: './note-dialog.html',
  styleUrl: './note-dialog.css',
})
export class NoteDialog {
  private readonly client = inject(AnnotationsClient);
  private readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly locale = inject(LocaleStore);
  protected readonly note = inject<NoteToWrite>(DIALOG_DATA);

  protected readonly kinds = WRITTEN_KINDS;
  protected readonly at = signal(this.note.at);
  protected readonly text = signal(this.note.text ?? '');
  protected readonly kind = signal<WrittenKind>(this.note.kind === 'release' ? 'release' : 'note');
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly isDay = DAY.test(this.note.at);

  protected async save(): Promise<void> {
    const text = this.text().trim();
    if (!text || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const annotation = { at: this.at(), text, kind: this.kind() };
    const { id } = this.note;
    try {
      await firstValueFrom(id === undefined ? this.client.add(annotation) : this.client.save(id, annotation));
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
      this.busy.set(false);
    }
  }

  protected cancel(): void {
    this.dialog.close(false);
  }
}
