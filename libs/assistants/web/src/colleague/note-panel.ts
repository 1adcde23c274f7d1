import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LONGEST_NOTES, TONES, type NoteDraft, type NoteKind, type Tone } from '@moodline/assistants/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { TextStream } from '../text-stream';
import { ColleagueClient } from './colleague.client';

/** Notes on one side, what is made of them on the other: a mail or a summary of a day. It can be changed and copied; nothing is sent. */
@Component({
  selector: 'ml-note-panel',
  imports: [RouterLink, TranslocoPipe],
  providers: [TextStream],
  templateUrl: './note-panel.html',
  styleUrl: './note-panel.css',
})
export class NotePanel {
  private readonly client = inject(ColleagueClient);
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(MatSnackBar);
  protected readonly locale = inject(LocaleStore);
  protected readonly writing = inject(TextStream);

  readonly kind = input.required<NoteKind>();

  protected readonly longest = LONGEST_NOTES;
  protected readonly tones = TONES;
  protected readonly tone = signal<Tone>('plain');
  protected readonly notes = signal('');
  protected readonly text = signal('');
  protected readonly draft = signal<NoteDraft | null>(null);

  protected async write(): Promise<void> {
    const notes = this.notes().trim();
    if (!notes) return;
    const request = { kind: this.kind(), notes, tone: this.tone() };
    await this.writing.follow(
      (signal) => this.client.draft(request, signal),
      ({ draft }) => {
        this.draft.set(draft);
        this.text.set(draft.text);
      },
    );
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
