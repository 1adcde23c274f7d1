import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Translation } from '@moodline/assistants/contract';
import type { Comment } from '@moodline/comments/contract';
import { ModelsStore } from '@moodline/language-model/web';
import { LocaleStore } from '@moodline/shared/ui';
import { TextStream } from '../text-stream';
import { TranslationClient } from './translation.client';

/** A comment in the language of the interface, when somebody asks for it; nothing for a comment that is in it, or that has no words. */
@Component({
  selector: 'ml-comment-translation',
  imports: [RouterLink, TranslocoPipe],
  providers: [TextStream],
  templateUrl: './comment-translation.html',
  styleUrl: './comment-translation.css',
})
export class CommentTranslation {
  private readonly client = inject(TranslationClient);
  private readonly models = inject(ModelsStore);
  protected readonly locale = inject(LocaleStore);
  protected readonly writing = inject(TextStream);

  readonly comment = input.required<Comment>();

  protected readonly translation = signal<Translation | null>(null);

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
    effect(() => {
      this.subject();
      untracked(() => {
        this.writing.clear();
        this.translation.set(null);
      });
    });
  }

  protected async translate(): Promise<void> {
    if (this.writing.running()) return;
    this.translation.set(null);
    await this.writing.follow(
      (signal) => this.client.translate(this.comment().id, this.locale.language(), signal),
      ({ translation }) => this.translation.set(translation),
    );
  }
}
