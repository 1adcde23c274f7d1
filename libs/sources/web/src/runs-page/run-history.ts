import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ServerEvents } from '@moodline/shared/ui';
import { type Run, type RunProgress, runProgressSchema, type Source } from '@moodline/sources/contract';
import { catchError, EMPTY, forkJoin, Subject, switchMap, type Observable } from 'rxjs';
import { SourcesClient } from '../sources.client';

/** The runs of one source, newest first, page by page; the one at work moves by the news of the server. The page provides it. */
@Injectable()
export class RunHistory {
  private readonly client = inject(SourcesClient);
  private readonly events = inject(ServerEvents);
  private readonly reads = new Subject<{ readonly id: number; readonly cursor: string | null }>();
  private readonly sourceId = signal<number | null>(null);
  private readonly news = signal<ReadonlyMap<number, RunProgress>>(new Map());
  private readonly read = signal<readonly Run[] | null>(null);
  private readonly next = signal<string | null>(null);

  readonly source = signal<Source | null>(null);
  readonly error = signal<unknown>(null);
  readonly loadingMore = signal(false);
  readonly hasMore = computed(() => this.next() !== null);
  /** Null before the first answer. */
  readonly runs = computed(() => {
    const moved = (run: Run): Run => {
      const news = this.news().get(run.id);
      if (run.status === 'undoing' && news?.status === 'undoing')
        return { ...run, takenBack: Math.max(run.takenBack, Math.round((news.share ?? 0) * run.imported)) };
      return news && run.status === 'running'
        ? { ...run, rows: news.rows, imported: news.imported, duplicates: news.duplicates, rejected: news.rejected }
        : run;
    };
    return this.read()?.map(moved) ?? null;
  });

  constructor() {
    this.reads
      .pipe(
        switchMap(({ id, cursor }) => this.page(id, cursor)),
        takeUntilDestroyed(),
      )
      .subscribe(([sources, { items, nextCursor }]) => {
        const more = this.loadingMore();
        this.source.set(sources.find(({ id }) => id === this.sourceId()) ?? null);
        this.read.update((known) => (more ? [...(known ?? []), ...items] : withOlder(items, known)));
        // A reload of the newest page does not take back the older ones that were asked for.
        if (more || !this.hasOlder(items)) this.next.set(nextCursor);
        this.loadingMore.set(false);
        this.error.set(null);
      });
    this.events
      .on('run', runProgressSchema)
      .pipe(takeUntilDestroyed())
      .subscribe((progress) => this.follow(progress));
  }

  load(id: number): void {
    this.sourceId.set(id);
    this.read.set(null);
    this.next.set(null);
    this.reload();
  }

  reload(): void {
    const id = this.sourceId();
    if (id === null) return;
    this.loadingMore.set(false);
    this.reads.next({ id, cursor: null });
  }

  older(): void {
    const id = this.sourceId();
    if (id === null || !this.next()) return;
    this.loadingMore.set(true);
    this.reads.next({ id, cursor: this.next() });
  }

  /** A run that begins or ends changes the table; its progress in between only moves its numbers. */
  private follow(progress: RunProgress): void {
    if (progress.sourceId !== this.sourceId()) return;
    const before = this.news().get(progress.runId);
    this.news.update((known) => new Map(known).set(progress.runId, progress));
    if (before?.status !== progress.status) this.reload();
  }

  private hasOlder(newest: readonly Run[]): boolean {
    return (this.read()?.length ?? 0) > newest.length;
  }

  private page(id: number, cursor: string | null): Observable<[Source[], { items: Run[]; nextCursor: string | null }]> {
    return forkJoin([this.client.list(), this.client.runs(id, cursor)]).pipe(
      catchError((error: unknown) => {
        this.error.set(error);
        this.loadingMore.set(false);
        return EMPTY;
      }),
    );
  }
}

/** The newest runs as they are now, before the older ones that are known already. */
function withOlder(newest: readonly Run[], known: readonly Run[] | null): readonly Run[] {
  const last = newest.at(-1);
  return last ? [...newest, ...(known ?? []).filter(({ id }) => id < last.id)] : newest;
}
