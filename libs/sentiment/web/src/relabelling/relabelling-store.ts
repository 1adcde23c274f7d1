import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type {
  Relabelling,
  RelabellingPreview,
  RelabellingRequest,
  RelabellingScope,
} from '@moodline/sentiment/contract';
import { ServerEvents } from '@moodline/shared/ui';
import {
  BehaviorSubject,
  catchError,
  debounceTime,
  EMPTY,
  filter,
  firstValueFrom,
  map,
  merge,
  of,
  Subject,
  switchMap,
  throttleTime,
  type Observable,
} from 'rxjs';
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
  private readonly shown = signal<RelabellingPreview | null>(null);
  private readonly failure = signal<unknown>(null);
  private readonly answered = signal(false);
  private readonly found = signal<RelabellingScope | null>(null);
  private readonly scopes = new BehaviorSubject<RelabellingRequest | null>(null);
  private readonly previews = new Subject<number>();

  readonly loaded = this.answered.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly current = this.latest.asReadonly();
  readonly open = computed(() => OPEN.includes(this.latest()?.state ?? 'discarded'));
  /** Of the current one; null before it is known. */
  readonly preview = computed(() => (this.shown()?.relabelling.id === this.latest()?.id ? this.shown() : null));
  /** What a re-labelling would have to do; null while that is not known. */
  readonly scope = this.found.asReadonly();

  constructor() {
    // Comments that were labelled meanwhile belong to it.
    merge(
      this.scopes,
      this.events.dataChanged.pipe(
        throttleTime(PREVIEW_EVERY_MS, undefined, { leading: true, trailing: true }),
        map(() => this.scopes.value),
      ),
    )
      .pipe(
        debounceTime(TYPING_MS),
        switchMap((wanted) => (wanted ? this.quiet(this.client.scope(wanted)) : of(null))),
        takeUntilDestroyed(),
      )
      .subscribe((scope) => this.found.set(scope));
    this.previews
      .pipe(
        throttleTime(PREVIEW_EVERY_MS, undefined, { leading: true, trailing: true }),
        switchMap((id) => this.quiet(this.client.preview(id))),
        takeUntilDestroyed(),
      )
      .subscribe((preview) => this.shown.set(preview));
    toObservable(this.events.relabelling)
      .pipe(
        filter((progress) => progress !== null),
        takeUntilDestroyed(),
      )
      .subscribe((progress) => {
        const known = this.latest();
        // Somebody else has started one.
        if (known?.id !== progress.id) return void this.load();
        this.latest.set({ ...known, ...progress });
      });
    effect(() => {
      const current = this.latest();
      if (current) untracked(() => this.previews.next(current.id));
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
    this.found.set(null);
    this.scopes.next(wanted);
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

  /** What is asked for again in a moment: a failure shows and ends nothing. */
  private quiet<T>(answer: Observable<T>): Observable<T> {
    return answer.pipe(
      catchError((error: unknown) => {
        this.failure.set(error);
        return EMPTY;
      }),
    );
  }
}
