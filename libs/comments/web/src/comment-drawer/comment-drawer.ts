import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { CdkVirtualScrollableElement } from '@angular/cdk/scrolling';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, LocaleStore } from '@moodline/shared/ui';
import { CommentList } from '../comment-list/comment-list';
import { CommentListView } from '../comment-list/comment-list-view';
import { filterParams } from '../filter-params';
import { FilterStore } from '../filter/filter-store';
import type { CommentDrawerData } from './comment-drawer-opener';
import { describeFilter } from './filter-description';

/** A side sheet with the comments behind a number or a sentence. Opened by {@link CommentDrawerOpener}. */
@Component({
  selector: 'ml-comment-drawer',
  imports: [CommentListView, Icon, RouterLink, TranslocoPipe],
  providers: [CommentList],
  templateUrl: './comment-drawer.html',
  styleUrl: './comment-drawer.css',
  hostDirectives: [CdkVirtualScrollableElement],
})
export class CommentDrawer {
  private readonly data = inject<CommentDrawerData>(DIALOG_DATA);
  private readonly sheet = inject(DialogRef);
  private readonly filters = inject(FilterStore);
  protected readonly list = inject(CommentList);
  protected readonly locale = inject(LocaleStore);

  protected readonly title = this.data.title;
  private readonly filter = 'filter' in this.data.selection ? this.data.selection.filter : null;
  /** What the title does not say already. */
  protected readonly description = computed(() => {
    const parts = this.filter
      ? describeFilter(this.filter, this.locale, { sources: this.filters.sources(), monitors: this.filters.monitors() })
      : [];
    return parts.filter((part) => !this.title.includes(part));
  });
  /** The same selection as a page of its own; single comments have none, nor has what is narrowed beyond the filter. */
  protected readonly pageParams = this.filter &&
    !('narrowing' in this.data.selection) && {
      ...(this.filter.from || this.filter.to ? {} : { period: 'all' }),
      ...filterParams(this.filter),
    };

  constructor() {
    this.list.show(this.data.selection);
  }

  protected close(): void {
    this.sheet.close();
  }
}
