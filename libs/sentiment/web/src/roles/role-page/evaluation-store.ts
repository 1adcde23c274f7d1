import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type {
  Evaluation,
  EvaluationChanges,
  EvaluationChoices,
  EvaluationTarget,
  Role,
  VersionEvaluation,
} from '@moodline/sentiment/contract';
import { firstValueFrom } from 'rxjs';
import { SentimentClient } from '../../sentiment.client';
import { RolesClient } from '../roles.client';

const LOOK_EVERY_MS = 1_000;

/** A set that versions are measured on. */
export interface EvaluationSet {
  readonly target: EvaluationTarget;
  readonly kind: Evaluation['set']['kind'];
  readonly name: string;
  readonly count: number;
}

/** Runs evaluations of two versions on one set and follows them. The role page's evaluation card provides it. */
@Injectable()
export class EvaluationStore {
  private readonly client = inject(SentimentClient);
  private readonly roles = inject(RolesClient);
  private readonly known = signal<EvaluationChoices | null>(null);
  private readonly failure = signal<unknown>(null);
  private readonly followed = signal<readonly Evaluation[]>([]);
  private readonly difference = signal<EvaluationChanges | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Why the last step failed; null when it did not. */
  readonly error = this.failure.asReadonly();
  readonly loaded = computed(() => this.known() !== null);
  /** Those started here, at work or ended. */
  readonly evaluations = this.followed.asReadonly();
  readonly atWork = computed(() => this.followed().some(({ state }) => state === 'queued' || state === 'running'));
  readonly changes = this.difference.asReadonly();
  readonly sets = computed<EvaluationSet[]>(() => {
    const choices = this.known();
    if (!choices) return [];
    return [
      { target: 'built-in' as const, kind: 'built-in' as const, name: '', count: choices.builtIn },
      { target: 'written' as const, kind: 'written' as const, name: '', count: choices.written },
      { target: 'corrections' as const, kind: 'corrections' as const, name: '', count: choices.corrections },
      ...choices.sets.map(({ id, name, rows }) => ({ target: id, kind: 'set' as const, name, count: rows })),
    ];
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  async load(): Promise<void> {
    await this.attempt(async () => this.known.set(await firstValueFrom(this.client.evaluationChoices())));
  }

  /** The newest finished evaluation of a version on a set by the model that labels now. */
  finished({ versions }: Role, version: number, { kind, name }: EvaluationSet): VersionEvaluation | null {
    const of = versions.find((known) => known.version === version)?.evaluations ?? [];
    return (
      of.find(
        ({ set, model }) => set.kind === kind && (kind !== 'set' || set.name === name) && model === this.known()?.model,
      ) ?? null
    );
  }

  /** Measures versions on a set, one after the other. @param ended called when one was finished */
  async start(set: EvaluationSet, versions: readonly number[], ended: () => void): Promise<void> {
    this.followed.set([]);
    await this.attempt(async () => {
      for (const version of versions) {
        const evaluation = await firstValueFrom(this.client.evaluate(set.target, version));
        this.followed.update((all) => [...all, evaluation]);
      }
    });
    this.look(ended);
  }

  async cancel(): Promise<void> {
    await this.attempt(async () => {
      for (const { id, state } of this.followed())
        if (state === 'queued' || state === 'running') await firstValueFrom(this.client.endEvaluation(id));
    });
  }

  async compare(before: VersionEvaluation | null, after: VersionEvaluation | null): Promise<void> {
    this.difference.set(null);
    if (!before || !after || before.id === after.id) return;
    await this.attempt(async () =>
      this.difference.set(await firstValueFrom(this.roles.changes('label', before.id, after.id))),
    );
  }

  private look(ended: () => void): void {
    clearTimeout(this.timer);
    if (!this.atWork()) return;
    this.timer = setTimeout(() => void this.follow(ended), LOOK_EVERY_MS);
  }

  private async follow(ended: () => void): Promise<void> {
    await this.attempt(async () => {
      const before = this.followed();
      const now = await Promise.all(
        before.map((one) =>
          one.state === 'queued' || one.state === 'running' ? firstValueFrom(this.client.evaluation(one.id)) : one,
        ),
      );
      this.followed.set(now);
      if (now.some(({ state }, index) => state === 'done' && before[index]?.state !== 'done')) ended();
    });
    this.look(ended);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failure.set(null);
    } catch (error) {
      this.failure.set(error);
    }
  }
}
