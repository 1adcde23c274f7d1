import { computed, linkedSignal, type Signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { map, type Observable } from 'rxjs';

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

/** Asks whenever `question` gives another object. Must be called where injection is possible. */
export function keptAnswer<Q extends object, T>(
  question: Signal<Q>,
  ask: (question: Q) => Observable<T>,
): KeptAnswer<T> {
  const answer = rxResource({
    params: question,
    stream: ({ params: asked }) => ask(asked).pipe(map((value) => ({ asked, value }))),
  });
  const last = linkedSignal<{ asked: Q; value: T } | undefined, { asked: Q; value: T } | undefined>({
    source: () => (answer.hasValue() ? answer.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  const upToDate = computed(() => last()?.asked === question());
  return {
    value: computed(() => last()?.value),
    outdated: computed(() => last() !== undefined && !upToDate()),
    failure: computed(() => (upToDate() ? undefined : answer.error())),
    reload: () => void answer.reload(),
  };
}
