import { computed, inject, Injectable, signal } from '@angular/core';
import { rxResource, takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { Source, SourceKind, UpdateSource } from '@moodline/sources/contract';
import { ServerEvents } from '@moodline/shared/ui';
import { catchError, EMPTY, filter, firstValueFrom, merge, Subject, switchMap, throttleTime } from 'rxjs';
import { SourcesClient } from './sources.client';

/** Runs and labels make news each second while they work. */
const RELOAD_EVERY_MS = 2_000;

/** The sources as the page shows them, kept fresh by the news of the server. The page provides it. */
@Injectable()
export class SourcesStore {
  private readonly client = inject(SourcesClient);
  private readonly events = inject(ServerEvents);
  private readonly reloads = new Subject<void>();
  private readonly known = signal<readonly Source[] | null>(null);
  private readonly failure = signal<unknown>(null);

  /** Null before the first answer. */
  readonly sources = this.known.asReadonly();
  /** Why the sources could not be loaded; null when they could. */
  readonly error = this.failure.asReadonly();
  /** Progress of the run that made news last. */
  readonly run = this.events.run;
  private readonly knownKinds = rxResource({ stream: () => this.client.kinds() });
  /** What can be read, by the name of the kind; empty until it is known. */
  readonly kinds = computed<ReadonlyMap<string, SourceKind>>(
    () => new Map(this.knownKinds.hasValue() ? this.knownKinds.value().map((kind) => [kind.kind, kind]) : []),
  );

  constructor() {
    const runs = toObservable(this.events.run).pipe(filter((run) => run !== null));
    const news = merge(this.events.dataChanged, runs).pipe(
      throttleTime(RELOAD_EVERY_MS, undefined, { leading: true, trailing: true }),
    );
    merge(this.reloads, news)
      .pipe(
        switchMap(() => this.list()),
        takeUntilDestroyed(),
      )
      .subscribe((sources) => {
        this.failure.set(null);
        this.known.set(sources);
      });
  }

  load(): void {
    this.failure.set(null);
    this.reloads.next();
  }

  async runNow(id: number): Promise<void> {
    await firstValueFrom(this.client.runNow(id));
    this.load();
  }

  async update(id: number, change: UpdateSource): Promise<void> {
    await firstValueFrom(this.client.update(id, change));
    this.load();
  }

  private list() {
    return this.client.list().pipe(
      catchError((error: unknown) => {
        this.failure.set(error);
        return EMPTY;
      }),
    );
  }
}
