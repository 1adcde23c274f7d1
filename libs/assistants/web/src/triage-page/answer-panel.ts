import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  draftFlaws,
  namedProblem,
  snippetFit,
  TONES,
  type SaveAnswer,
  type Snippet,
  type SupportDraft,
  type Tone,
  type Triaged,
} from '@moodline/assistants/contract';
import { safeLink, Working } from '@moodline/comments/web';
import type { Language } from '@moodline/shared/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { TextStream } from '../text-stream';
import { TriageClient } from '../triage.client';

/**
 * Where an answer is written: drafted by the model, taken from a snippet, or by hand; checked while it is edited. A person sends it: from here where the
 * source allows it, else by copying it there.
 */
@Component({
  selector: 'ml-answer-panel',
  imports: [RouterLink, TranslocoPipe],
  providers: [TextStream],
  templateUrl: './answer-panel.html',
  styleUrl: './answer-panel.css',
})
export class AnswerPanel {
  private readonly client = inject(TriageClient);
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(MatSnackBar);
  protected readonly locale = inject(LocaleStore);
  protected readonly working = inject(Working);
  protected readonly writing = inject(TextStream);

  readonly item = input.required<Triaged>();
  readonly snippets = input.required<readonly Snippet[]>();
  /** The answer was approved, given or taken back. */
  readonly settled = output<void>();

  protected readonly tones = TONES;
  protected readonly tone = signal<Tone>('plain');
  protected readonly text = linkedSignal(() => this.item().answer?.text ?? '');
  private readonly from = linkedSignal<SaveAnswer['from']>(() => this.item().answer?.from ?? 'person');
  protected readonly draft = signal<SupportDraft | null>(null);
  /** Why the answer was not sent. */
  protected readonly unsent = signal('');
  /** It is asked whether the answer is to be published. */
  protected readonly asks = signal(false);
  protected readonly sending = signal(false);

  private readonly answered = computed(() => {
    const { text, language, label } = this.item().comment;
    return { text, language: language as Language, label: label ?? undefined };
  });
  protected readonly named = computed(() => namedProblem(this.answered().text, this.answered().language));
  /** What a program sees to be wrong with the text as it stands. */
  protected readonly flaws = computed(() => (this.text().trim() ? draftFlaws(this.text(), this.answered()) : []));
  protected readonly fitting = computed(() => {
    const { text, language } = this.answered();
    return this.snippets()
      .map((snippet) => ({ snippet, fit: snippetFit(snippet, text, language) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit)
      .slice(0, 3)
      .map(({ snippet }) => snippet);
  });
  protected readonly link = computed(() => safeLink(this.item().comment.permalink));

  /** Asks the model. What was written before stays until the draft is there. */
  protected async write(): Promise<void> {
    if (this.writing.running()) return;
    this.unsent.set('');
    await this.writing.follow(
      (signal) => this.client.draft(this.item().comment.id, this.tone(), signal),
      ({ draft }) => this.take(draft),
    );
  }

  protected chooseTone(tone: Tone): void {
    this.tone.set(tone);
    if (this.draft()) void this.write();
  }

  protected use({ text }: Snippet): void {
    this.writing.stop();
    this.draft.set(null);
    this.text.set(text.replaceAll('{problem}', this.named()));
    this.from.set('snippet');
  }

  protected edit(text: string): void {
    this.text.set(text);
    if (this.from() !== 'model') this.from.set('person');
  }

  protected copy(): void {
    const copied = this.clipboard.copy(this.text());
    this.toasts.open(this.locale.translate(`triage.${copied ? 'copied' : 'copyFailed'}`), undefined, {
      duration: 4_000,
    });
  }

  protected async save(answered: boolean): Promise<void> {
    const { id } = this.item().comment;
    const former = this.item().answer;
    const answer = { text: this.text().trim(), from: this.from(), answered };
    const kept = await this.working.keep(() => firstValueFrom(this.client.answer(id, answer)));
    if (!kept) return;
    this.settled.emit();
    this.working.tell(`triage.told.${answered ? 'answered' : 'approved'}`, {}, async () => {
      await this.working.keep(async () => {
        if (former) await firstValueFrom(this.client.answer(id, { ...former, answered: former.answeredAt !== null }));
        else await firstValueFrom(this.client.removeAnswer(id));
        return firstValueFrom(this.client.restore(kept.before));
      });
      this.settled.emit();
    });
  }

  /** Publishes the answer at the source. What was published cannot be taken back from here. */
  protected async send(): Promise<void> {
    const { comment, answer } = this.item();
    this.sending.set(true);
    this.writing.problem.set('');
    this.unsent.set('');
    const sent = { text: this.text().trim(), from: this.from(), again: Boolean(answer?.unclear) };
    try {
      await firstValueFrom(this.client.send(comment.id, sent));
      const told = this.locale.translate('triage.told.sent', { name: comment.source.name });
      this.toasts.open(told, undefined, { duration: 4_000 });
      this.settled.emit();
    } catch (error) {
      this.unsent.set(describeProblem(error, this.locale).message);
    } finally {
      this.sending.set(false);
      this.asks.set(false);
    }
  }

  private take(draft: SupportDraft): void {
    this.draft.set(draft);
    this.text.set(draft.text);
    this.from.set('model');
  }
}
