import { Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Translation } from '@moodline/assistants/contract';
import type { Comment } from '@moodline/comments/contract';
import { ModelsStore } from '@moodline/language-model/web';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { TranslationClient } from './translation.client';

/** A comment in the language of the interface, when somebody asks for it; nothing for a comment that is in it, or that has no words. */
@Component({
  selector: 'ml-comment-translation',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './comment-translation.html',
  styleUrl: './comment-translation.css',
})
export class CommentTranslation {
  private readonly client = inject(TranslationClient);
  private readonly models = inject(ModelsStore);
  protected readonly locale = inject(LocaleStore);

  readonly comment = input.required<Comment>();

  protected readonly translation = signal<Translation | null>(null);
  protected readonly piece = signal('');
  protected readonly writing = signal<AbortController | null>(null);
  protected readonly problem = signal('');

  /** What a translation belongs to: another comment or another language of the interface begins anew. */
  private readonly subject = computed(() => `${this.comment().id} ${this.locale.language()}`);
  protected readonly offered = computed(() => {
    const { language, text, erasedAt } = this.comment();
    return !erasedAt && language !== this.locale.language() && /\p{L}{2}/u.test(text);
  });
  /** The model that writes now; null before it is known. */
  private readonly writer = computed(() => this.models.status()?.write.inForce ?? null);
  protected readonly isBundled = computed(() => this.writer()?.kind === 'bundled');
  protected readonly isKnown = computed(() => this.writer() !== null);
  /** Where the text is sent to; null while it stays on this machine. */
  protected readonly leavesTo = computed(() => this.writer()?.leavesTo ?? null);

  constructor() {
    void this.models.loadStatus();
    inject(DestroyRef).onDestroy(() => this.stop());
    effect(() => {
      this.subject();
      untracked(() => {
        this.stop();
        this.translation.set(null);
        this.problem.set('');
      });
    });
  }

  protected async translate(): Promise<void> {
    if (this.writing()) return;
    const control = new AbortController();
    this.writing.set(control);
    this.piece.set('');
    this.problem.set('');
    this.translation.set(null);
    try {
      const into = this.locale.language();
      for await (const event of this.client.translate(this.comment().id, into, control.signal)) {
        if (control.signal.aborted) return;
        if ('piece' in event) this.piece.update((written) => written + event.piece);
        else this.translation.set(event.translation);
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
}
