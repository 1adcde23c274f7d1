import { computed, inject, Injectable, signal, type Signal } from '@angular/core';
import type { AdoptionEffort, Learning } from '@moodline/sentiment/contract';
import { HeldPermissions, keptAnswer, NO_QUESTION, ServerEvents } from '@moodline/shared/ui';
import { filter, firstValueFrom, interval, merge, type Observable } from 'rxjs';
import { LearningClient, type ProposalStep } from './learning.client';

/** Judgements make news each second. */
const RELOAD_EVERY_MS = 3_000;

/** What the workspace has learned, kept fresh. The card provides it. */
@Injectable()
export class LearningStore {
  private readonly client = inject(LearningClient);
  private readonly events = inject(ServerEvents);
  private readonly permissions = inject(HeldPermissions);
  private readonly failure = signal<unknown>(null);
  private readonly working = signal(false);
  private readonly answer = keptAnswer(NO_QUESTION, () => this.client.read(), {
    // A worker in a process of its own tells nobody that it has ended.
    on: merge(this.events.dataChanged, interval(RELOAD_EVERY_MS).pipe(filter(() => this.isAtWork()))),
    every: RELOAD_EVERY_MS,
  });

  readonly learning = computed<Learning | null>(() => this.answer.value() ?? null);
  /** Asked once for each proposal that can be put in force: measuring takes the model a second. */
  private readonly open = computed(
    () => {
      const proposal = this.learning()?.proposal;
      return proposal?.state === 'proposed' && this.permissions.has('roles.write') ? { id: proposal.id } : undefined;
    },
    { equal: (a, b) => a?.id === b?.id },
  );
  private readonly measured = keptAnswer(this.open, () => this.client.effort());
  readonly effort = computed<AdoptionEffort | null>(() => (this.open() && this.measured.value()) || null);
  readonly error = computed<unknown>(() => this.failure() ?? this.answer.failure() ?? null);
  readonly busy = this.working.asReadonly();
  readonly isAtWork: Signal<boolean> = computed(() => (this.learning()?.state ?? 'resting') !== 'resting');

  start(): Promise<boolean> {
    return this.change(this.client.start());
  }

  set(automatic: boolean): Promise<boolean> {
    return this.change(this.client.set(automatic));
  }

  step(step: ProposalStep): Promise<boolean> {
    const proposal = this.learning()?.proposal;
    return proposal ? this.change(this.client.step(proposal.id, step)) : Promise.resolve(false);
  }

  /** @returns whether it went well; else `error` says why not */
  private async change(work: Observable<Learning>): Promise<boolean> {
    if (this.working()) return false;
    this.working.set(true);
    this.failure.set(null);
    try {
      await firstValueFrom(work);
      return true;
    } catch (error) {
      this.failure.set(error);
      return false;
    } finally {
      this.working.set(false);
      this.answer.reload();
    }
  }
}
