import { computed, signal, type Signal } from '@angular/core';
import { rxResource, takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { tap, throttleTime, type Observable } from 'rxjs';

/** An answer of the API that stays in sight until the next one is there. */
export interface KeptAnswer<T> {
  /** The last answer; undefined before the first. */
  readonly value: Signal<T | undefined>;
  /** What is in sight answers an older question. */
  readonly outdated: Signal<boolean>;
  /** Why the present question has no answer. A refresh that failed is no failure: its old answer still holds. */
  readonly failure: Signal<unknown>;
  /** Asks the same again. */
  readonly reload: () => void;
}

/** What makes an answer be asked for again. */
export interface Refresh {
  /** Whenever this emits, the same question is asked again. */
  readonly on: Observable<unknown>;
  /** At most this often (ms), the first and the last time always. */
  readonly every: number;
}

/** The question of what is asked without any choice, for example a list of everything. */
export const NO_QUESTION: Signal<object> = signal({}).asReadonly();

/**
 * The one way to load data: asks whenever `question` gives another object (undefined asks nothing), drops the answer to an
 * older question, keeps the last answer in sight, and asks again on news. Must be called where injection is possible.
 */
export function keptAnswer<Q extends object, T>(
  question: Signal<Q | undefined>,
  ask: (question: Q) => Observable<T>,
  refresh?: Refresh,
): KeptAnswer<T> {
  // Kept apart from the resource, which forgets its value when asking again fails.
  const last = signal<{ asked: Q; value: T } | undefined>(undefined);
  const answer = rxResource({
    params: question,
    stream: ({ params: asked }) => ask(asked as Q).pipe(tap((value) => last.set({ asked: asked as Q, value }))),
  });
  const upToDate = computed(() => last()?.asked === question());
  refresh?.on
    .pipe(throttleTime(refresh.every, undefined, { leading: true, trailing: true }), takeUntilDestroyed())
    .subscribe(() => answer.reload());
  return {
    value: computed(() => last()?.value),
    outdated: computed(() => last() !== undefined && !upToDate()),
    failure: computed(() => (upToDate() ? undefined : unwrapped(answer.error()))),
    reload: () => void answer.reload(),
  };
}

/** A resource wraps what is no Error, such as the answer of a request that failed. */
const unwrapped = (error: Error | undefined): unknown => error?.cause ?? error;
