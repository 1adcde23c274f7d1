import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Tag } from '@moodline/comments/contract';
import { CommentRow } from '@moodline/comments/web';
import { SUGGESTION_KINDS } from '@moodline/sentiment/contract';
import { describeProblem, isShortcutOfOthers, isTyping, LocaleStore } from '@moodline/shared/ui';
import { TagStore } from '../tag-store';
import { TagJudgingStore } from './tag-judging-store';

/** One suggestion at a time: y accepts it, n says that it is not it, s passes over it, u goes back. */
@Component({
  selector: 'ml-tag-judging',
  imports: [CommentRow, TranslocoPipe],
  providers: [TagJudgingStore],
  templateUrl: './tag-judging.html',
  styleUrl: './tag-judging.css',
  host: { '(document:keydown)': 'press($event)' },
})
export class TagJudging {
  protected readonly store = inject(TagJudgingStore);
  protected readonly learned = inject(TagStore);
  protected readonly locale = inject(LocaleStore);

  readonly tag = input.required<Tag>();
  private readonly tagId = computed(() => this.tag().id);
  /** With each version that is learned, other comments are the most telling ones. */
  private readonly version = computed(() => this.learned.newest()?.version);

  protected readonly kinds = SUGGESTION_KINDS;
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : null,
  );

  constructor() {
    effect(() => {
      const [id, version] = [this.tagId(), this.version()];
      if (version !== undefined) untracked(() => this.store.show(id, this.store.kind()));
    });
  }

  protected press(event: KeyboardEvent): void {
    const inDialog = event.target instanceof Element && event.target.closest('[role=dialog]');
    if (event.defaultPrevented || isShortcutOfOthers(event) || isTyping(event.target) || inDialog) return;
    const step = { y: true, n: false, s: null }[event.key.toLowerCase()];
    const goesBack = event.key.toLowerCase() === 'u' && this.store.canUndo();
    if (step === undefined && !goesBack) return;
    if (step !== undefined && !this.store.current()) return;
    event.preventDefault();
    if (step !== undefined) this.store.judge(step);
    else this.store.undo();
  }
}
