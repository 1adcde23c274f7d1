import { computed, inject, Injectable } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { runProgressSchema, type Source, type SourceKind, type UpdateSource } from '@moodline/sources/contract';
import { keptAnswer, NO_QUESTION, ServerEvents } from '@moodline/shared/ui';
import { filter, firstValueFrom, merge } from 'rxjs';
import { SourcesClient } from './sources.client';

/** Runs and labels make news each second while they work. */
const RELOAD_EVERY_MS = 2_000;

/** The sources as the page shows them, kept fresh by the news of the server. The page provides it. */
@Injectable()
export class SourcesStore {
  private readonly client = inject(SourcesClient);
  private readonly events = inject(ServerEvents);
  /** Progress of the run that made news last. */
  readonly run = this.events.latest('run', runProgressSchema);
  private readonly runs = toObservable(this.run).pipe(filter((run) => run !== null));
  private readonly known = keptAnswer(NO_QUESTION, () => this.client.list(), {
    on: merge(this.events.dataChanged, this.runs),
    every: RELOAD_EVERY_MS,
  });
  private readonly knownKinds = keptAnswer(NO_QUESTION, () => this.client.kinds());

  /** Null before the first answer. */
  readonly sources = computed<readonly Source[] | null>(() => this.known.value() ?? null);
  /** Why the sources could not be loaded; null when they could. */
  readonly error = computed<unknown>(() => this.known.failure() ?? null);
  /** What can be read, by the name of the kind; empty until it is known. */
  readonly kinds = computed<ReadonlyMap<string, SourceKind>>(
    () => new Map(this.knownKinds.value()?.map((kind) => [kind.kind, kind])),
  );

  load(): void {
    this.known.reload();
  }

  async runNow(id: number): Promise<void> {
    await firstValueFrom(this.client.runNow(id));
    this.load();
  }

  async keep(id: number): Promise<void> {
    await firstValueFrom(this.client.keep(id));
    this.load();
  }

  async update(id: number, change: UpdateSource): Promise<void> {
    await firstValueFrom(this.client.update(id, change));
    this.load();
  }
}
