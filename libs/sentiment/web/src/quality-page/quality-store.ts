import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { FilterStore } from '@moodline/comments/web';
import type {
  Evaluation,
  EvaluationChoices,
  EvaluationDetail,
  EvaluationTarget,
  Quality,
} from '@moodline/sentiment/contract';
import { ServerEvents } from '@moodline/shared/ui';
import {
  catchError,
  combineLatest,
  EMPTY,
  filter,
  firstValueFrom,
  merge,
  of,
  startWith,
  Subject,
  switchMap,
  throttleTime,
  type Observable,
} from 'rxjs';
import { SentimentClient } from '../sentiment.client';
import type { Measurement } from './measurement';

/** Corrections and labels may make news each second. */
const RELOAD_EVERY_MS = 3_000;

/** What the quality page knows: the labels that stand against people's, and the evaluations. Old numbers stay until new ones are there. */
@Injectable()
export class QualityStore {
  private readonly client = inject(SentimentClient);
  private readonly events = inject(ServerEvents);
  private readonly filters = inject(FilterStore);

  private readonly reloads = new Subject<void>();
  private readonly standing = signal<Quality | null>(null);
  private readonly known = signal<readonly Evaluation[] | null>(null);
  private readonly possible = signal<EvaluationChoices | null>(null);
  private readonly failure = signal<unknown>(null);
  private readonly wantedDetail = signal<number | null>(null);
  private readonly detailed = signal<EvaluationDetail | null>(null);

  readonly quality = this.standing.asReadonly();
  readonly choices = this.possible.asReadonly();
  readonly error = this.failure.asReadonly();
  /** All evaluations, the newest first, each as far as the last news say. */
  readonly evaluations = computed(() => {
    const news = this.events.evaluation();
    return (
      this.known()?.map((evaluation) =>
        news && news.id === evaluation.id && isOpen(evaluation) ? { ...evaluation, ...news } : evaluation,
      ) ?? null
    );
  });
  /** What can be shown: the corrections as they stand, then each evaluation that has a result. */
  readonly measurements = computed<Measurement[]>(() => {
    const quality = this.standing();
    const done = (this.known() ?? []).flatMap((evaluation) =>
      evaluation.result ? [{ key: String(evaluation.id), evaluation, result: evaluation.result }] : [],
    );
    return quality ? [{ key: 'corrections', evaluation: null, result: quality.result }, ...done] : done;
  });
  readonly detail = this.detailed.asReadonly();

  constructor() {
    const destroyRef = inject(DestroyRef);
    const ended = toObservable(this.events.evaluation).pipe(
      filter((news) => news !== null && news.state !== 'queued' && news.state !== 'running'),
    );
    const news = merge(this.events.dataChanged, ended).pipe(
      throttleTime(RELOAD_EVERY_MS, undefined, { leading: true, trailing: true }),
    );
    combineLatest([toObservable(this.filters.filter), merge(this.reloads, news).pipe(startWith(null))])
      .pipe(
        switchMap(([wanted]) => this.load(this.client.quality(wanted))),
        takeUntilDestroyed(destroyRef),
      )
      .subscribe((quality) => this.standing.set(quality));
    merge(this.reloads, news)
      .pipe(
        startWith(null),
        switchMap(() => this.load(combineLatest([this.client.evaluations(), this.client.evaluationChoices()]))),
        takeUntilDestroyed(destroyRef),
      )
      .subscribe(([evaluations, choices]) => {
        this.known.set(evaluations);
        this.possible.set(choices);
      });
    toObservable(this.wantedDetail)
      .pipe(
        switchMap((id) => (id === null ? of(null) : this.load(this.client.evaluation(id)))),
        takeUntilDestroyed(destroyRef),
      )
      .subscribe((detail) => this.detailed.set(detail));
    effect(() => {
      this.wantedDetail();
      untracked(() => this.detailed.set(null));
    });
  }

  reload(): void {
    this.failure.set(null);
    this.reloads.next();
  }

  /** Asks for what an evaluation got wrong. */
  showDetail(id: number | null): void {
    this.wantedDetail.set(id);
  }

  async evaluate(set: EvaluationTarget, version: number): Promise<void> {
    await firstValueFrom(this.client.evaluate(set, version));
    this.reload();
  }

  async end(id: number): Promise<void> {
    await firstValueFrom(this.client.endEvaluation(id));
    this.reload();
  }

  private load<T>(request: Observable<T>) {
    return request.pipe(
      catchError((error: unknown) => {
        this.failure.set(error);
        return EMPTY;
      }),
    );
  }
}

/** Whether an evaluation waits or works. */
export const isOpen = ({ state }: Pick<Evaluation, 'state'>): boolean => state === 'queued' || state === 'running';
