import { Clipboard } from '@angular/cdk/clipboard';
import { Component, DestroyRef, inject, input, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LONGEST_NOTES, TONES, type NoteDraft, type NoteKind, type Tone } from '@moodline/assistants/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { ColleagueClient } from './colleague.client';

/** Notes on one side, what is made of them on the other: a mail or a summary of a day. It can be changed and copied; nothing is sent. */
@Component({
  selector: 'ml-note-panel',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './note-panel.html',
  styleUrl: './note-panel.css',
})
export class NotePanel {
  private readonly client = inject(ColleagueClient);
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(MatSnackBar);
  protected readonly locale = inject(LocaleStore);

  readonly kind = input.required<NoteKind>();

  protected readonly longest = LONGEST_NOTES;
  protected readonly tones = TONES;
  protected readonly tone = signal<Tone>('plain');
  protected readonly notes = signal('');
  protected readonly text = signal('');
  protected readonly draft = signal<NoteDraft | null>(null);
  protected readonly piece = signal('');
  protected readonly writing = signal<AbortController | null>(null);
  protected readonly problem = signal('');

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  protected async write(): Promise<void> {
    const notes = this.notes().trim();
    if (this.writing() || !notes) return;
    const control = new AbortController();
    this.writing.set(control);
    this.piece.set('');
    this.problem.set('');
    try {
      const request = { kind: this.kind(), notes, tone: this.tone() };
      for await (const event of this.client.draft(request, control.signal)) {
        if (control.signal.aborted) return;
        if ('piece' in event) this.piece.update((written) => written + event.piece);
        else {
          this.draft.set(event.draft);
          this.text.set(event.draft.text);
        }
      }
    } catch (error) {
      if (!control.signal.aborted) this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      if (this.writing() === control) this.writing.set(null);
    }
  }

  protected stop(): void {
    this.writing()?.abort();
    this.writing.set(null);
  }

  protected sample(): void {
    this.notes.set(this.locale.translate(`colleague.${this.kind()}.sample`));
  }

  protected copy(): void {
    const copied = this.clipboard.copy(this.text());
    const words = this.locale.translate(`colleague.notes.${copied ? 'copied' : 'copyFailed'}`);
    this.toasts.open(words, undefined, { duration: 4_000 });
  }
}
