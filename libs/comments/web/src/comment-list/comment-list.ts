import { computed, inject, Injectable, signal, type OnDestroy } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Comment, CommentPage } from '@moodline/comments/contract';
import { forkJoin, merge, of, Subscription, type Observable } from 'rxjs';
import { CommentsClient } from '../comments.client';
import { LabelCorrections } from '../correction/label-corrections';
import { Forgetting } from '../privacy/forgetting';
import { Tagging } from '../tags/tagging';
import { Working } from '../work/working';
import { KeptLists } from './kept-lists';
import type { CommentSelection } from './comment-selection';

/** The API gives at most this many comments by id at once. */
const MOST_IDS = 100;

/** A list of comments that grows page by page. Each page or drawer provides its own. */
@Injectable()
export class CommentList implements OnDestroy {
  private readonly client = inject(CommentsClient);
  private selection: CommentSelection | null = null;
  private nextCursor: string | null = null;
  private loading = new Subscription();
  private refreshing = new Subscription();

  private readonly keptLists = inject(KeptLists);
  private keeps = false;
  private known = new Set<number>();

  private readonly shown = signal<readonly Comment[]>([]);
  private readonly count = signal<number | null>(null);
  private readonly capped = signal(false);
  private readonly slow = signal(false);
  private readonly countNow = signal<number | null>(null);
  private readonly state = signal<'loading' | 'loading-more' | 'ready' | 'failed'>('loading');
  private readonly failure = signal<unknown>(null);
  private readonly more = signal(false);

  readonly items = this.shown.asReadonly();
  /** How many match; null before the first answer. */
  readonly total = this.count.asReadonly();
  /** There are more than {@link total}. */
  readonly totalCapped = this.capped.asReadonly();
  /** The search goes through all texts: its index is still being made. */
  readonly slowSearch = this.slow.asReadonly();
  readonly status = this.state.asReadonly();
  /** Why the last request failed; null unless {@link status} is `failed`. */
  readonly error = this.failure.asReadonly();
  /** Whether there is a next page. */
  readonly hasMore = this.more.asReadonly();
  /** How many comments match by now that did not when the list was loaded. */
  readonly arrived = computed(() => Math.max(0, (this.countNow() ?? 0) - (this.count() ?? 0)));

  constructor() {
    inject(Forgetting)
      .done.pipe(takeUntilDestroyed())
      .subscribe(() => this.reload());
    // A comment stays where it stands, also when it does not match the filter any more: it is being worked on.
    const working = inject(Working);
    merge(inject(LabelCorrections).changed, inject(Tagging).changed, working.changed)
      .pipe(takeUntilDestroyed())
      .subscribe((comment) => this.replace([comment]));
    working.news.pipe(takeUntilDestroyed()).subscribe((ids) => this.readAnew(ids));
  }

  /**
   * As {@link show}, for the list of a page: on coming back to it by the history what was loaded is there again, at once, so
   * that the router finds the place to scroll to.
   */
  showKept(selection: CommentSelection): void {
    this.keep();
    const kept = this.keptLists.find(JSON.stringify(selection));
    this.keeps = true;
    if (!kept) return this.show(selection);
    this.loading.unsubscribe();
    this.selection = selection;
    this.nextCursor = kept.nextCursor;
    this.shown.set(kept.items);
    this.known = new Set(kept.items.map(({ id }) => id));
    this.count.set(kept.total);
    this.capped.set(kept.capped);
    this.countNow.set(kept.total);
    this.more.set(kept.nextCursor !== null);
    this.failure.set(null);
    this.state.set('ready');
  }

  /** Shows another selection from its beginning; an answer that is still on its way is dropped. */
  show(selection: CommentSelection): void {
    this.selection = selection;
    this.nextCursor = null;
    this.shown.set([]);
    this.known.clear();
    this.count.set(null);
    this.countNow.set(null);
    this.more.set(false);
    this.fetch('loading');
  }

  /** Adds the next page, or tries the page again that failed. */
  loadMore(): void {
    if (this.state() === 'loading' || this.state() === 'loading-more') return;
    if (this.state() === 'ready' && !this.more()) return;
    this.fetch(this.shown().length ? 'loading-more' : 'loading');
  }

  /** Starts again with what matches now. */
  reload(): void {
    if (this.selection) this.show(this.selection);
  }

  /** Fills in labels that came since, without moving a row, and counts what arrived. A failure changes nothing. */
  refresh(): void {
    if (this.state() !== 'ready' || !this.selection || !this.refreshing.closed) return;
    const pending = this.shown().filter(({ unscoredReason }) => unscoredReason === 'pending');
    const labels: Observable<CommentPage | null> = pending.length
      ? this.client.byIds(pending.slice(0, MOST_IDS).map(({ id }) => id))
      : of(null);
    const counted: Observable<CommentPage | null> =
      'filter' in this.selection
        ? this.client.page(this.selection.filter, { limit: 1, narrowing: this.selection.narrowing })
        : of(null);
    this.refreshing = forkJoin([labels, counted]).subscribe({
      next: ([fresh, now]) => {
        if (fresh) this.replace(fresh.items);
        if (now && now.total !== null) this.countNow.set(now.total);
      },
      error: () => undefined,
    });
  }

  ngOnDestroy(): void {
    this.keep();
    this.loading.unsubscribe();
    this.refreshing.unsubscribe();
  }

  private fetch(status: 'loading' | 'loading-more'): void {
    this.loading.unsubscribe();
    this.refreshing.unsubscribe();
    this.failure.set(null);
    this.state.set(status);
    this.loading = this.request().subscribe({
      next: (page) => this.append(page),
      error: (error: unknown) => {
        this.failure.set(error);
        this.state.set('failed');
      },
    });
  }

  private request(): Observable<CommentPage> {
    const selection = this.selection;
    if (!selection) throw new Error('There is nothing to load before show()');
    if ('ids' in selection)
      return selection.ids.length
        ? this.client.byIds(selection.ids.slice(0, MOST_IDS))
        : of({ items: [], nextCursor: null, total: 0, totalCapped: false, slowSearch: false });
    return this.client.page(selection.filter, {
      sort: selection.sort,
      cursor: this.nextCursor ?? undefined,
      narrowing: selection.narrowing,
    });
  }

  private append({ items, nextCursor, total, totalCapped, slowSearch }: CommentPage): void {
    // A comment that moved between two pages must not stand in the list twice.
    const fresh = items.filter(({ id }) => !this.known.has(id));
    for (const { id } of fresh) this.known.add(id);
    this.shown.update((shown) => [...shown, ...fresh]);
    this.nextCursor = nextCursor;
    this.more.set(nextCursor !== null);
    // Only the first page tells how many there are.
    if (total !== null) {
      this.count.set(total);
      this.countNow.set(total);
      this.capped.set(totalCapped);
    }
    this.slow.set(slowSearch);
    this.state.set('ready');
  }

  /** What others changed, of the comments that are shown. A failure changes nothing. */
  private readAnew(ids: readonly number[]): void {
    const shown = ids.filter((id) => this.known.has(id)).slice(0, MOST_IDS);
    if (!shown.length) return;
    this.client.byIds(shown).subscribe({ next: ({ items }) => this.replace(items), error: () => undefined });
  }

  private replace(fresh: readonly Comment[]): void {
    const byId = new Map(fresh.map((comment) => [comment.id, comment]));
    this.shown.update((shown) => shown.map((comment) => byId.get(comment.id) ?? comment));
  }

  private keep(): void {
    if (!this.keeps || !this.selection || !this.shown().length) return;
    this.keptLists.keep(JSON.stringify(this.selection), {
      items: this.shown(),
      nextCursor: this.nextCursor,
      total: this.count(),
      capped: this.capped(),
    });
  }
}
