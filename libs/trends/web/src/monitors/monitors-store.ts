import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { type Monitor, type MonitorProgress, monitorProgressSchema } from '@moodline/comments/contract';
import { FilterStore, MonitorsClient } from '@moodline/comments/web';
import { keptAnswer, ServerEvents } from '@moodline/shared/ui';
import type { MonitorMood } from '@moodline/trends/contract';
import { delay, filter as keep, firstValueFrom, map, merge, Subject, switchMap } from 'rxjs';
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
  private readonly events = inject(ServerEvents);
  private readonly stillMatching = new Subject<void>();
  // The numbers after the monitors: of one that is said to be through, they are those it ended with.
  private readonly answer = keptAnswer(
    this.filters.filter,
    (filter) =>
      this.client
        .list()
        .pipe(switchMap((monitors) => this.trends.monitors(filter).pipe(map((moods) => ({ monitors, moods }))))),
    { on: merge(this.events.dataChanged, this.stillMatching), every: RELOAD_EVERY_MS },
  );
  private readonly known = computed(() => this.answer.value()?.monitors ?? null);
  private readonly news = signal<ReadonlyMap<number, MonitorProgress>>(new Map());

  /** Why the monitors could not be loaded; null when they could. */
  readonly error = computed<unknown>(() => this.answer.failure() ?? null);
  readonly moods = computed<readonly MonitorMood[]>(() => this.answer.value()?.moods ?? []);
  /** In the order of the share of voice; null before the first answer. */
  readonly entries = computed<readonly MonitorEntry[] | null>(() => {
    const moods = new Map(this.moods().map((mood, place) => [mood.monitor.id, { mood, place }]));
    const place = (id: number) => moods.get(id)?.place ?? Number.MAX_SAFE_INTEGER;
    const entries = this.known()?.map((monitor) => ({
      monitor,
      mood: moods.get(monitor.id)?.mood ?? null,
      progress: this.progressOf(monitor),
    }));
    return entries?.sort((a, b) => place(a.monitor.id) - place(b.monitor.id)) ?? null;
  });

  constructor() {
    // What was told before an answer is in the answer.
    effect(() => {
      this.known();
      untracked(() => this.news.set(new Map()));
    });
    // The news that a monitor is through may have come before anybody listened.
    toObservable(this.known)
      .pipe(
        keep((monitors) => monitors?.some(({ rematch }) => rematch) ?? false),
        delay(RELOAD_EVERY_MS),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.stillMatching.next());
    this.events
      .on('monitor', monitorProgressSchema)
      .pipe(takeUntilDestroyed())
      .subscribe((progress) => this.news.update((known) => new Map(known).set(progress.monitorId, progress)));
  }

  load(): void {
    this.answer.reload();
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
}
