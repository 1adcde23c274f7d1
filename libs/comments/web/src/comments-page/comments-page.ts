import { CdkVirtualScrollableWindow } from '@angular/cdk/scrolling';
import { Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { COMMENT_SORTS, type WorkFilter } from '@moodline/comments/contract';
import { HeldPermissions, isShortcutOfOthers, isTyping, LocaleStore, ServerEvents } from '@moodline/shared/ui';
import { map, throttleTime } from 'rxjs';
import { CommentList } from '../comment-list/comment-list';
import { CommentTabs } from '../comment-tabs';
import { CommentListView } from '../comment-list/comment-list-view';
import type { CommentSort } from '../comments.client';
import { ExportMenu } from '../export/export-menu';
import { FilterStore } from '../filter/filter-store';
import { BulkBar } from '../work/bulk-bar';
import { readWork, WorkChoice } from '../work/work-choice';
import { Working } from '../work/working';

/** While labels come in they are news each second; a list that is read may lag a little. */
const REFRESH_EVERY_MS = 4_000;

/** All comments that match the filter, to read, sort and download. */
@Component({
  selector: 'ml-comments-page',
  imports: [BulkBar, CommentListView, CommentTabs, ExportMenu, RouterLink, TranslocoPipe, WorkChoice],
  providers: [CommentList],
  templateUrl: './comments-page.html',
  styleUrl: './comments-page.css',
  // The rows scroll with the window.
  hostDirectives: [CdkVirtualScrollableWindow],
  host: { '(document:keydown)': 'moveByKey($event)' },
})
export class CommentsPage {
  protected readonly filters = inject(FilterStore);
  protected readonly list = inject(CommentList);
  protected readonly locale = inject(LocaleStore);
  protected readonly working = inject(Working);
  private readonly permissions = inject(HeldPermissions);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly view = viewChild.required(CommentListView);

  protected readonly sorts = COMMENT_SORTS;
  protected readonly sort = toSignal(this.route.queryParamMap.pipe(map((params) => sortNamed(params.get('sort')))), {
    initialValue: 'newest' as const,
  });
  protected readonly mayAddSources = computed(() => this.permissions.has('sources.write'));
  protected readonly mayExport = computed(() => this.permissions.has('comments.export'));

  /** What of the team's work is shown; it stands in the address. */
  protected readonly work = toSignal(
    this.route.queryParamMap.pipe(map((params) => readWork(params.get('state'), params.get('assignee')))),
    { initialValue: {} as WorkFilter, equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly worked = computed(() => Object.keys(this.work()).length > 0);
  protected readonly none: ReadonlySet<number> = new Set();
  /** Comments that are picked to do something with them; null while nobody picks. */
  protected readonly picked = signal<ReadonlySet<number> | null>(null);

  constructor() {
    effect(() => {
      const narrowing = this.worked() ? { narrowing: this.work() } : {};
      const selection = { filter: this.filters.filter(), sort: this.sort(), ...narrowing };
      untracked(() => {
        this.picked.set(null);
        this.list.showKept(selection);
      });
    });
    inject(ServerEvents)
      .dataChanged.pipe(
        throttleTime(REFRESH_EVERY_MS, undefined, { leading: true, trailing: true }),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.list.refresh());
    void this.working.loadPeople();
  }

  protected choose({ state, assignee }: WorkFilter): Promise<boolean> {
    const queryParams = { state: state ?? null, assignee: assignee ?? null };
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected async clear(): Promise<void> {
    if (this.worked()) await this.choose({});
    await this.filters.clear();
  }

  protected sortBy(sort: string): void {
    void this.router.navigate([], {
      queryParams: { sort: sort === 'newest' ? null : sort },
      queryParamsHandling: 'merge',
    });
  }

  protected moveByKey(event: KeyboardEvent): void {
    const inDialog = (event.target as HTMLElement).closest('[role=dialog]');
    if (isShortcutOfOthers(event) || isTyping(event.target) || inDialog) return;
    if (event.key === 'j' || event.key === 'k') {
      event.preventDefault();
      this.view().move(event.key === 'j' ? 1 : -1);
    }
  }
}

function sortNamed(name: string | null): CommentSort {
  return COMMENT_SORTS.find((sort) => sort === name) ?? 'newest';
}
