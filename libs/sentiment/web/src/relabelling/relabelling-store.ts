import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  type Relabelling,
  type RelabellingPreview,
  relabellingProgressSchema,
  type RelabellingRequest,
  type RelabellingScope,
} from '@moodline/sentiment/contract';
import { keptAnswer, ServerEvents } from '@moodline/shared/ui';
import { firstValueFrom, Subject, switchMap, timer, type Observable } from 'rxjs';
import { RelabellingClient, type RelabellingStep } from './relabelling.client';

/** The preview counts many comments: not with each batch. */
const PREVIEW_EVERY_MS = 3_000;
const TYPING_MS = 300;

/** States in which people have to decide something, or to wait. */
const OPEN: readonly Relabelling['state'][] = ['running', 'ready', 'cancelled', 'switching'];

/** The re-labelling that is open, or the last one that was switched to; kept fresh by the news of the server. The card provides it. */
@Injectable()
export class RelabellingStore {
  private readonly client = inject(RelabellingClient);
  private readonly events = inject(ServerEvents);
  private readonly latest = signal<Relabelling | null>(null);
  private readonly failure = signal<unknown>(null);
  private readonly answered = signal(false);
  // Comments that were labelled meanwhile belong to it.
  private readonly wantedScope = signal<RelabellingRequest | undefined>(undefined);
  private readonly foundScope = keptAnswer(
    this.wantedScope,
    // Whoever goes on typing drops the question before it is sent.
    (wanted) => timer(TYPING_MS).pipe(switchMap(() => this.client.scope(wanted))),
    { on: this.events.dataChanged, every: PREVIEW_EVERY_MS },
  );
  private readonly moved = new Subject<void>();
  private readonly currentId = computed(() => this.latest()?.id);
  private readonly wantedPreview = computed(() => {
    const id = this.currentId();
    return id === undefined ? undefined : { id };
  });
  private readonly foundPreview = keptAnswer(this.wantedPreview, ({ id }) => this.client.preview(id), {
    on: this.moved,
    every: PREVIEW_EVERY_MS,
  });

  readonly loaded = this.answered.asReadonly();
  readonly error = computed<unknown>(
    () => this.failure() ?? this.foundScope.failure() ?? this.foundPreview.failure() ?? null,
  );
  readonly current = this.latest.asReadonly();
  readonly open = computed(() => OPEN.includes(this.latest()?.state ?? 'discarded'));
  /** Of the current one; null before it is known. */
  readonly preview = computed<RelabellingPreview | null>(() =>
    this.foundPreview.outdated() ? null : (this.foundPreview.value() ?? null),
  );
  /** What a re-labelling would have to do; null while that is not known. */
  readonly scope = computed<RelabellingScope | null>(() =>
    this.wantedScope() && !this.foundScope.outdated() ? (this.foundScope.value() ?? null) : null,
  );

  constructor() {
    this.events
      .on('relabelling', relabellingProgressSchema)
      .pipe(takeUntilDestroyed())
      .subscribe((progress) => {
        const known = this.latest();
        // Somebody else has started one.
        if (known?.id !== progress.id) return void this.load();
        this.latest.set({ ...known, ...progress });
      });
    effect(() => {
      const current = this.latest();
      if (current) untracked(() => this.moved.next());
    });
  }

  async load(): Promise<void> {
    await this.attempt(async () => {
      const [newest] = (await firstValueFrom(this.client.list())).filter(({ state }) => state !== 'discarded');
      this.latest.set(newest ?? null);
      this.answered.set(true);
    });
  }

  /** Asks what a re-labelling would have to do; null asks nothing. */
  look(wanted: RelabellingRequest | null): void {
    this.wantedScope.set(wanted ?? undefined);
  }

  start(wanted: RelabellingRequest): Promise<boolean> {
    return this.attempt(async () => this.latest.set(await firstValueFrom(this.client.start(wanted))));
  }

  step(step: RelabellingStep): Promise<boolean> {
    return this.change((id) => this.client.step(id, step));
  }

  switch(confirmed: boolean): Promise<boolean> {
    return this.change((id) => this.client.switch(id, confirmed));
  }

  private change(work: (id: number) => Observable<Relabelling>): Promise<boolean> {
    return this.attempt(async () => {
      const id = this.latest()?.id;
      if (id !== undefined) this.latest.set(await firstValueFrom(work(id)));
    });
  }

  /** @returns whether it went well */
  private async attempt(work: () => Promise<void>): Promise<boolean> {
    this.failure.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      this.failure.set(error);
      return false;
    }
  }
}
