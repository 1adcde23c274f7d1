import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { FilterStore } from '@moodline/comments/web';
import { keptAnswer, ServerEvents } from '@moodline/shared/ui';
import { TrendsClient } from '../trends.client';
import { comparedFigures } from './compare-figures';
import { commonStep, type CompareSide, readSide, sideBefore, type SideName, SIDES, writeSide } from './compare-side';

/** While comments are labelled, news come every second; the page follows at this pace (ms). */
const REFRESH_EVERY = 15_000;

/** Both sides as the address has them, and their numbers. Without any in the address: the period of the filter and the time before it. */
@Injectable()
export class CompareStore {
  private readonly client = inject(TrendsClient);
  private readonly filters = inject(FilterStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly news = { on: inject(ServerEvents).dataChanged, every: REFRESH_EVERY };
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  readonly sides = computed<Readonly<Record<SideName, CompareSide>>>(
    () => {
      const params = this.params();
      const given = Object.fromEntries(params.keys.map((key) => [key, params.get(key)]));
      const chosen = SIDES.map((name) => Object.keys(given).some((key) => key.startsWith(`${name}.`)));
      const { from, to, source, monitor, language, version } = this.filters.filter();
      const one = (list?: readonly string[]) => (list?.length === 1 ? [...list] : undefined);
      const shown = {
        ...{ from, to, monitor, source: one(source), language: one(language), version: one(version) },
      } as CompareSide;
      const a = chosen[0] ? readSide('a', given) : shown;
      return { a, b: chosen[1] ? readSide('b', given) : sideBefore(a) };
    },
    { equal: (left, right) => JSON.stringify(left) === JSON.stringify(right) },
  );
  private readonly questions = {
    a: computed(() => ({ side: this.sides().a, step: commonStep(Object.values(this.sides())) })),
    b: computed(() => ({ side: this.sides().b, step: commonStep(Object.values(this.sides())) })),
  };
  private readonly answers = {
    a: keptAnswer(this.questions.a, ({ side, step }) => this.client.mood(side, step), this.news),
    b: keptAnswer(this.questions.b, ({ side, step }) => this.client.mood(side, step), this.news),
  };

  readonly failure = computed(() => this.answers.a.failure() ?? this.answers.b.failure());
  readonly outdated = computed(() => this.answers.a.outdated() || this.answers.b.outdated());
  /** Both lines; null until both are there. */
  readonly series = computed(() => {
    const [a, b] = [this.answers.a.value(), this.answers.b.value()];
    return a && b ? { a, b } : null;
  });
  readonly figures = computed(() => {
    const series = this.series();
    return series && comparedFigures(series.a.total, series.b.total);
  });

  set(changed: Partial<Record<SideName, CompareSide>>): void {
    const { a, b } = { ...this.sides(), ...changed };
    const queryParams = { ...writeSide('a', a), ...writeSide('b', b) };
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }

  reload(): void {
    this.answers.a.reload();
    this.answers.b.reload();
  }
}
