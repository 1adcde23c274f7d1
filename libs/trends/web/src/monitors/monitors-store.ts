import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { Monitor } from '@moodline/comments/contract';
import { FilterStore, MonitorsClient } from '@moodline/comments/web';
import type { MonitorProgress } from '@moodline/shared/contract';
import { ServerEvents } from '@moodline/shared/ui';
import type { MonitorMood } from '@moodline/trends/contract';
import {
  catchError,
  combineLatest,
  debounceTime,
  delay,
  EMPTY,
  filter as keep,
  firstValueFrom,
  map,
  merge,
  startWith,
  Subject,
  switchMap,
  throttleTime,
} from 'rxjs';
import { TrendsClient } from '../trends.client';

/** Labels make news each second while they come in. */
const RELOAD_EVERY_MS = 3_000;

/** A monitor with its numbers in the period of the filter. */
export interface MonitorEntry {
  readonly monitor: Monitor;
  readonly mood: MonitorMood | null;
  /** Share of the stored comments it was matched against, 0 to 1; null when it is through. */
  readonly progress: number | null;
}

/** The monitors as the page shows them, kept fresh by the news of the server. The page provides it. */
@Injectable()
export class MonitorsStore {
  private readonly client = inject(MonitorsClient);
  private readonly trends = inject(TrendsClient);
  private readonly filters = inject(FilterStore);
  private readonly reloads = new Subject<void>();
  private readonly known = signal<readonly Monitor[] | null>(null);
  private readonly knownMoods = signal<readonly MonitorMood[]>([]);
  private readonly news = signal<ReadonlyMap<number, MonitorProgress>>(new Map());
  private readonly failure = signal<unknown>(null);

  /** Why the monitors could not be loaded; null when they could. */
  readonly error = this.failure.asReadonly();
  readonly moods = this.knownMoods.asReadonly();
  /** In the order of the share of voice; null before the first answer. */
  readonly entries = computed<readonly MonitorEntry[] | null>(() => {
    const moods = new Map(this.knownMoods().map((mood, place) => [mood.monitor.id, { mood, place }]));
    const place = (id: number) => moods.get(id)?.place ?? Number.MAX_SAFE_INTEGER;
    const entries = this.known()?.map((monitor) => ({
      monitor,
      mood: moods.get(monitor.id)?.mood ?? null,
      progress: this.progressOf(monitor),
    }));
    return entries?.sort((a, b) => place(a.monitor.id) - place(b.monitor.id)) ?? null;
  });

  constructor() {
    const events = inject(ServerEvents);
    const news = events.dataChanged.pipe(throttleTime(RELOAD_EVERY_MS, undefined, { leading: true, trailing: true }));
    combineLatest([toObservable(this.filters.filter), merge(this.reloads, news).pipe(startWith(undefined))])
      .pipe(
        debounceTime(0),
        // The numbers after the monitors: of one that is said to be through, they are those it ended with.
        switchMap(([filter]) =>
          this.client.list().pipe(
            switchMap((monitors) => this.trends.monitors(filter).pipe(map((moods) => [monitors, moods] as const))),
            catchError((error: unknown) => this.fail(error)),
          ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe(([monitors, moods]) => {
        this.failure.set(null);
        this.news.set(new Map());
        this.known.set(monitors);
        this.knownMoods.set(moods);
      });
    // The news that a monitor is through may have come before anybody listened.
    toObservable(this.known)
      .pipe(
        keep((monitors) => monitors?.some(({ rematch }) => rematch) ?? false),
        delay(RELOAD_EVERY_MS),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.reloads.next());
    events.monitor
      .pipe(takeUntilDestroyed())
      .subscribe((progress) => this.news.update((known) => new Map(known).set(progress.monitorId, progress)));
  }

  load(): void {
    this.failure.set(null);
    this.reloads.next();
  }

  async remove(id: number): Promise<void> {
    await firstValueFrom(this.client.remove(id));
    this.changed();
  }

  async restore(id: number): Promise<void> {
    await firstValueFrom(this.client.restore(id));
    this.changed();
  }

  private changed(): void {
    this.load();
    void this.filters.load();
  }

  private progressOf({ id, rematch }: Monitor): number | null {
    const news = this.news().get(id);
    if (news?.done || (!news && !rematch)) return null;
    const { checked, total } = news ?? rematch ?? { checked: 0, total: 0 };
    return total ? checked / total : 0;
  }

  private fail(error: unknown) {
    this.failure.set(error);
    return EMPTY;
  }
}
