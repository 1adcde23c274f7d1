import { computed, inject, Injectable, signal } from '@angular/core';
import { FilterStore } from '@moodline/comments/web';
import { keptAnswer, ServerEvents } from '@moodline/shared/ui';
import type { Step } from '@moodline/trends/contract';
import { episodeOf } from '../findings/episode';
import { episodeTurns } from '../findings/episode-turns';
import { findingOf } from '../findings/finding';
import { tileFigures } from '../findings/tile-figures';
import { TrendsClient } from '../trends.client';

/** While comments are labelled, news come every second; the page follows at this pace (ms). */
const REFRESH_EVERY = 5_000;

/** The mood line for the filter in force, and what it says. Old numbers stay until the new ones are there. */
@Injectable()
export class MoodLine {
  protected readonly client = inject(TrendsClient);
  protected readonly filters = inject(FilterStore);
  private readonly chosenStep = signal<Step | null>(null);

  protected readonly question = computed(() => ({ filter: this.filters.filter(), step: this.chosenStep() }));
  protected readonly news = { on: inject(ServerEvents).dataChanged, every: REFRESH_EVERY };
  private readonly mood = keptAnswer(this.question, ({ filter, step }) => this.client.mood(filter, step), this.news);

  /** Line and totals; undefined until the first answer. */
  readonly series = this.mood.value;
  readonly failure = this.mood.failure;
  /** Another filter was asked for and its answer is not there yet. */
  readonly outdated = this.mood.outdated;

  readonly finding = computed(() => fromSeries(this.series(), findingOf));
  /** The days that the chart's title names. */
  readonly episode = computed(() => fromSeries(this.series(), episodeOf));
  /** When the level changed; where no turn stands out of the whole line, the two ends of what the chart's title names. */
  readonly turns = computed(() => {
    const series = this.series();
    return series?.turns?.length ? series.turns : episodeTurns(this.episode(), series?.points ?? []);
  });
  readonly tiles = computed(() => fromSeries(this.series(), tileFigures));
  /** Nothing in view: neither labelled comments nor others. */
  readonly empty = computed(() => {
    const total = this.series()?.total;
    return total !== undefined && total.n + total.unlabelled === 0;
  });

  /** null leaves the choice to the length of the period. */
  setStep(step: Step | null): void {
    this.chosenStep.set(step);
  }

  /** Asks again, with the old numbers in sight. */
  refresh(): void {
    this.mood.reload();
  }
}

const fromSeries = <S, T>(series: S | undefined, read: (series: S) => T): T | null =>
  series === undefined ? null : read(series);
