import { inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Summary } from '@moodline/reports/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import {
  catchError,
  combineLatest,
  defer,
  map,
  merge,
  of,
  shareReplay,
  startWith,
  Subject,
  switchMap,
  takeUntil,
  timer,
  type Observable,
} from 'rxjs';
import { ReportsClient } from '../reports.client';

/** What the card shows. `comments` is null until it is known how many will be read. */
export type SummaryState =
  | { kind: 'writing'; comments: number | null; seconds: number }
  | { kind: 'written'; summary: Summary }
  | { kind: 'cancelled' }
  | { kind: 'failed'; error: unknown };

const WAITING: SummaryState = { kind: 'writing', comments: null, seconds: 0 };

interface Wish {
  filter: CommentFilter;
  locale: string;
  /** Whether somebody else counts the comments, so that they are not asked for here. */
  counted: boolean;
  /** Milliseconds before the server is asked. */
  wait: number;
  /** Keeps showing what is there unless the answer takes long. */
  quiet: boolean;
}

/** Someone who types a word or drags a period changes the filter many times; the model is asked once. */
const SETTLE_MS = 500;
const SECOND_MS = 1_000;
/** What is answered sooner than this is not announced, and not counted. */
const QUIET_MS = 400;

/** Has one summary written at a time: a new wish cancels the one before, here and on the server. */
@Injectable()
export class SummaryStore {
  private readonly client = inject(ReportsClient);
  private readonly wishes = new Subject<Wish | null>();
  private readonly current = signal<SummaryState>(WAITING);
  private last: Wish | null = null;

  readonly state = this.current.asReadonly();

  constructor() {
    this.wishes
      .pipe(
        switchMap((wish) => (wish ? this.write(wish) : of<SummaryState>({ kind: 'cancelled' }))),
        takeUntilDestroyed(),
      )
      .subscribe((state) => this.current.set(state));
  }

  /** Writes the summary of the filter; after the first one, once the filter has stood still for a moment. */
  load(what: Pick<Wish, 'filter' | 'locale' | 'counted'>): void {
    this.wish({ ...what, wait: this.last ? SETTLE_MS : 0, quiet: false });
  }

  /** Writes the last wanted summary at once, after an error or a cancel. */
  again(): void {
    if (this.last) this.wish({ ...this.last, wait: 0, quiet: false });
  }

  /** Looks again because there are new labels. */
  refresh(): void {
    if (this.last) this.wish({ ...this.last, wait: SETTLE_MS, quiet: true });
  }

  cancel(): void {
    this.wishes.next(null);
  }

  private wish(wish: Wish): void {
    this.last = wish;
    this.wishes.next(wish);
  }

  private write({ filter, locale, counted, wait, quiet }: Wish): Observable<SummaryState> {
    const answer = defer(() => this.client.summary(filter, locale)).pipe(
      map((summary): SummaryState => ({ kind: 'written', summary })),
      catchError((error: unknown) => of<SummaryState>({ kind: 'failed', error })),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
    // The count only decorates a wait, and is not asked for before there is one; when it fails the words do without it.
    const count = timer(QUIET_MS).pipe(
      switchMap(() => (counted ? of(null) : this.client.labelledComments(filter))),
      catchError(() => of(null)),
      startWith(null),
    );
    const progress = combineLatest([count, timer(quiet ? QUIET_MS : 0, SECOND_MS)]).pipe(
      map(([comments, seconds]): SummaryState => ({ kind: 'writing', comments, seconds })),
      takeUntil(answer),
    );
    const written = timer(wait).pipe(switchMap(() => merge(progress, answer)));
    return quiet ? written : written.pipe(startWith(WAITING));
  }
}
