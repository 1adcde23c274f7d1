import { Component, computed, ElementRef, inject, input, output, viewChildren } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { CommentRow } from '../comment-row/comment-row';
import { CommentList } from './comment-list';
import { WhenSeen } from './when-seen';

/** Draws the provided {@link CommentList}: rows, skeletons, nothing found, errors, and the next page as one scrolls. */
@Component({
  selector: 'ml-comment-list-view',
  imports: [CommentRow, TranslocoPipe, WhenSeen],
  templateUrl: './comment-list-view.html',
  styleUrl: './comment-list-view.css',
})
export class CommentListView {
  protected readonly list = inject(CommentList);
  private readonly locale = inject(LocaleStore);
  private readonly rows = viewChildren<CommentRow, ElementRef<HTMLElement>>(CommentRow, { read: ElementRef });

  /** What was searched; it is marked in the texts. */
  readonly query = input<string>();
  /** Whether the empty state offers to clear the filter. */
  readonly canClear = input(false);
  readonly cleared = output<void>();

  protected readonly skeletons = [92, 64, 78, 55, 84];
  protected readonly problem = computed(() =>
    this.list.error() ? describeProblem(this.list.error(), this.locale).message : null,
  );

  /** Moves the focus to the next (1) or previous (-1) comment, or to the first when none has it. */
  move(step: 1 | -1): void {
    const rows = this.rows().map(({ nativeElement }) => nativeElement);
    const focused = rows.findIndex((row) => row.contains(document.activeElement));
    const target = rows[focused < 0 ? 0 : focused + step];
    if (target) target.focus();
    else if (step > 0) this.list.loadMore();
  }
}
