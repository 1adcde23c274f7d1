import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommentRow, CommentTabs, correctionKey, FilterStore, LABEL_SIGNS } from '@moodline/comments/web';
import { LABELS } from '@moodline/comments/contract';
import { describeProblem, isTyping, LocaleStore } from '@moodline/shared/ui';
import { ReviewStore } from './review-store';

/** One comment at a time on which a person's word is worth most: 1 2 3 judges it and moves on, s skips it, u goes back. */
@Component({
  selector: 'ml-review-page',
  imports: [CommentRow, CommentTabs, RouterLink, TranslocoPipe],
  providers: [ReviewStore],
  templateUrl: './review-page.html',
  styleUrl: './review-page.css',
  host: { '(document:keydown)': 'press($event)' },
})
export class ReviewPage {
  protected readonly store = inject(ReviewStore);
  protected readonly filters = inject(FilterStore);
  protected readonly locale = inject(LocaleStore);

  protected readonly labels = LABELS;
  protected readonly signs = LABEL_SIGNS;
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : '',
  );
  protected readonly progressWords = computed(() => {
    const [today, goal] = [this.store.today(), this.store.goal()];
    const numbers = { today: this.locale.formats().number(today), goal: this.locale.formats().number(goal) };
    return this.locale.translate(
      today > goal || goal === 0 ? 'sentiment.review.today' : 'sentiment.review.progress',
      numbers,
    );
  });

  constructor() {
    effect(() => {
      const filter = this.filters.filter();
      untracked(() => this.store.show(filter));
    });
  }

  protected press(event: KeyboardEvent): void {
    const inDialog = event.target instanceof Element && event.target.closest('[role=dialog]');
    if (event.defaultPrevented || isTyping(event.target) || inDialog) return;
    const label = correctionKey(event);
    const skips =
      label === undefined &&
      !event.metaKey &&
      !event.ctrlKey &&
      !event.altKey &&
      (event.key === 's' || event.key === 'ArrowRight');
    if (label === undefined && !skips) return;
    event.preventDefault();
    if (label) this.store.label(label);
    else if (skips) this.store.skip();
    else this.store.undo();
  }
}
