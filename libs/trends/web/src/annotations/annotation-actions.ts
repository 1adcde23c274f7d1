import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { describeProblem, DialogOpener, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { type Annotation, isWritten } from '@moodline/trends/contract';
import { firstValueFrom } from 'rxjs';
import { AnnotationsClient } from './annotations.client';
import { NoteDialog, type NoteToWrite } from './note-dialog';

/** How long a removal can be taken back, in milliseconds. */
const UNDO_MS = 10_000;
const PROBLEM_MS = 8_000;

/** Writes, changes and removes notes, and offers to take a removal back. */
@Injectable({ providedIn: 'root' })
export class AnnotationActions {
  private readonly client = inject(AnnotationsClient);
  private readonly dialogs = inject(DialogOpener);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);

  /** Reads a signal. */
  mayWrite(): boolean {
    return this.permissions.has('monitors.write');
  }

  /** Reads a signal. What is known anyway is changed by nobody. */
  mayChange(annotation: Annotation): boolean {
    return this.mayWrite() && isWritten(annotation);
  }

  write(note: NoteToWrite): void {
    this.dialogs.open(NoteDialog, { name: 'note', labelledBy: 'note-title', data: note });
  }

  async remove({ id, at, text, kind }: Annotation): Promise<void> {
    const say = (key: string) => this.locale.translate(`trends.notes.${key}`, { text });
    try {
      await firstValueFrom(this.client.remove(id));
    } catch (error) {
      return this.tell(error);
    }
    const toast = this.toasts.open(say('removed'), say('undo'), { duration: UNDO_MS });
    const again = { at, text, kind: kind === 'release' ? kind : ('note' as const) };
    toast.onAction().subscribe(() => this.client.add(again).subscribe({ error: (error: unknown) => this.tell(error) }));
  }

  private tell(error: unknown): void {
    this.toasts.open(describeProblem(error, this.locale).message, undefined, { duration: PROBLEM_MS });
  }
}
