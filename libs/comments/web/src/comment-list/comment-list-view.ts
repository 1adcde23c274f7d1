import { CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Comment } from '@moodline/comments/contract';
import { describeProblem, LocaleStore, MeasuredRows } from '@moodline/shared/ui';
import { CommentRow } from '../comment-row/comment-row';
import { CommentList } from './comment-list';
import { WhenSeen } from './when-seen';

/** Draws the provided {@link CommentList}: rows, skeletons, nothing found, errors, and the next page as one scrolls. */
@Component({
  selector: 'ml-comment-list-view',
  imports: [CdkVirtualForOf, CdkVirtualScrollViewport, CommentRow, MeasuredRows, TranslocoPipe, WhenSeen],
  templateUrl: './comment-list-view.html',
  styleUrl: './comment-list-view.css',
})
export class CommentListView {
  protected readonly list = inject(CommentList);
  private readonly locale = inject(LocaleStore);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly viewport = viewChild(CdkVirtualScrollViewport);
  /** Place in the list of the comment that had the focus last. */
  private focused = -1;

  /** Whether the empty state offers to clear the filter. */
  readonly canClear = input(false);
  readonly cleared = output<void>();
  /** Comments that are picked; null where nobody picks. */
  readonly picked = model<ReadonlySet<number> | null>(null);

  protected readonly skeletons = [92, 64, 78, 55, 84];
  protected readonly problem = computed(() =>
    this.list.error() ? describeProblem(this.list.error(), this.locale).message : null,
  );

  protected readonly idOf = (_: number, { id }: Comment): number => id;

  /** Moves the focus to the next (1) or previous (-1) comment, or to the first when none had it. */
  move(step: 1 | -1): void {
    const place = this.focused < 0 ? 0 : this.focused + step;
    if (place < 0) return;
    if (place >= this.list.items().length) return this.list.loadMore();
    const row = this.rowAt(place);
    if (row) return row.focus();
    this.viewport()?.scrollToIndex(place);
    this.afterDrawing(() => this.rowAt(place)?.focus());
  }

  protected pick(id: number): void {
    const picked = new Set(this.picked());
    if (!picked.delete(id)) picked.add(id);
    this.picked.set(picked);
  }

  protected remember({ target }: FocusEvent): void {
    const row = (target as Element).closest<HTMLElement>('[data-place]');
    this.focused = Number(row?.dataset['place'] ?? -1);
  }

  private rowAt(place: number): HTMLElement | null {
    return this.host.querySelector(`[data-place="${place}"] ml-comment-row`);
  }

  /** The viewport draws in the frame after the one in which it learns of something. */
  private afterDrawing(work: () => void): void {
    afterNextRender(() => requestAnimationFrame(() => requestAnimationFrame(work)), { injector: this.injector });
  }
}
