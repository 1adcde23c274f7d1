import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FilterStore } from '@moodline/comments/web';
import {
  type Evaluation,
  type EvaluationChoices,
  type EvaluationDetail,
  type EvaluationProgress,
  evaluationProgressSchema,
  type EvaluationTarget,
  type JudgedHeads,
  type Quality,
} from '@moodline/sentiment/contract';
import { keptAnswer, NO_QUESTION, ServerEvents } from '@moodline/shared/ui';
import { combineLatest, filter, firstValueFrom, merge } from 'rxjs';
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

  private readonly evaluated = this.events.on('evaluation', evaluationProgressSchema);
  private readonly ended = this.evaluated.pipe(filter((news) => !isOpen(news)));
  private readonly news = signal<ReadonlyMap<number, EvaluationProgress>>(new Map());
  private readonly refresh = { on: merge(this.events.dataChanged, this.ended), every: RELOAD_EVERY_MS };
  private readonly standing = keptAnswer(this.filters.filter, (wanted) => this.client.quality(wanted), this.refresh);
  private readonly listed = keptAnswer(
    NO_QUESTION,
    () => combineLatest({ evaluations: this.client.evaluations(), choices: this.client.evaluationChoices() }),
    this.refresh,
  );
  private readonly judged = keptAnswer(NO_QUESTION, () => this.client.judgedHeads(), this.refresh);
  private readonly wantedDetail = signal<{ readonly id: number } | undefined>(undefined);
  private readonly detailed = keptAnswer(this.wantedDetail, ({ id }) => this.client.evaluation(id));
  private readonly known = computed<readonly Evaluation[] | null>(
    () => this.listed.value()?.evaluations.filter(({ removeAt }) => removeAt === null) ?? null,
  );

  readonly quality = computed<Quality | null>(() => this.standing.value() ?? null);
  readonly judgedHeads = computed<JudgedHeads | null>(() => this.judged.value() ?? null);
  readonly choices = computed<EvaluationChoices | null>(() => this.listed.value()?.choices ?? null);
  readonly error = computed<unknown>(
    () => this.standing.failure() ?? this.judged.failure() ?? this.listed.failure() ?? this.detailed.failure() ?? null,
  );
  /** All evaluations, the newest first, each as far as the last news say. */
  readonly evaluations = computed(() => {
    const news = this.news();
    return (
      this.known()?.map((evaluation) =>
        isOpen(evaluation) ? { ...evaluation, ...news.get(evaluation.id) } : evaluation,
      ) ?? null
    );
  });
  /** Evaluations that were removed, and can be brought back still. */
  readonly removed = computed<readonly Evaluation[]>(
    () => this.listed.value()?.evaluations.filter(({ removeAt }) => removeAt !== null) ?? [],
  );
  /** What can be shown: the corrections as they stand, then each evaluation that has a result. */
  readonly measurements = computed<Measurement[]>(() => {
    const quality = this.quality();
    const done = (this.known() ?? []).flatMap((evaluation) =>
      evaluation.result ? [{ key: String(evaluation.id), evaluation, result: evaluation.result }] : [],
    );
    return quality ? [{ key: 'corrections', evaluation: null, result: quality.result }, ...done] : done;
  });
  /** Of the evaluation that is looked into; null while it is not known. */
  readonly detail = computed<EvaluationDetail | null>(() =>
    this.wantedDetail() && !this.detailed.outdated() ? (this.detailed.value() ?? null) : null,
  );

  constructor() {
    this.evaluated
      .pipe(takeUntilDestroyed())
      .subscribe((progress) => this.news.update((known) => new Map(known).set(progress.id, progress)));
  }

  reload(): void {
    for (const answer of [this.standing, this.judged, this.listed]) answer.reload();
  }

  /** Asks for what an evaluation got wrong. */
  showDetail(id: number | null): void {
    this.wantedDetail.set(id === null ? undefined : { id });
  }

  async evaluate(set: EvaluationTarget, version: number): Promise<void> {
    await firstValueFrom(this.client.evaluate(set, version));
    this.reload();
  }

  async end(id: number): Promise<void> {
    await firstValueFrom(this.client.endEvaluation(id));
    this.reload();
  }

  /** Brings a removed one back. */
  async keep(id: number): Promise<void> {
    await firstValueFrom(this.client.keepEvaluation(id));
    this.reload();
  }
}

/** Whether an evaluation waits or works. */
export const isOpen = ({ state }: Pick<Evaluation, 'state'>): boolean => state === 'queued' || state === 'running';
