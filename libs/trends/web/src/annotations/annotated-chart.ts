import { Component, computed, inject, input } from '@angular/core';
import { dayIn } from '@moodline/shared/i18n';
import {
  CHART_MARKER,
  type ChartLayout,
  type ChartMarker,
  keptAnswer,
  LocaleStore,
  type PictureMark,
} from '@moodline/shared/ui';
import type { MoodTurn, Period } from '@moodline/trends/contract';
import { AnnotationActions } from './annotation-actions';
import { AnnotationList } from './annotation-list';
import { AnnotationsClient } from './annotations.client';
import { chartMarks, mergedMarks, type TimeAxis } from './chart-marks';
import { markWords, signOf } from './mark-words';
import { TimeMarks } from './time-marks';

/** The time axis of a chart, with the name of each interval as the chart shows it. */
export interface NamedAxis extends TimeAxis {
  readonly names: readonly string[];
  readonly period: Period;
  /** Notes are written of an hour where the intervals are hours, else of a day. */
  readonly byHour: boolean;
}

/** A chart over time with what happened marked above it and listed below. Holds the chart's canvas; slot `key`: what explains its colours. */
@Component({
  selector: 'ml-annotated-chart',
  imports: [AnnotationList, TimeMarks],
  providers: [{ provide: CHART_MARKER, useExisting: AnnotatedChart }],
  template: `
    <div class="picture">
      <ng-content />
      <ml-time-marks
        [layout]="layout()"
        [marks]="marks()"
        [names]="names()"
        [readOnly]="!listed()"
        (write)="write($event)"
      />
    </div>
    <ng-content select="[key]" />
    @if (listed()) {
      <ml-annotation-list [annotations]="annotations()" (write)="write()" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .picture {
      position: relative;
      isolation: isolate;
    }
    ml-annotation-list {
      margin-top: var(--space-3);
    }
  `,
})
export class AnnotatedChart implements ChartMarker {
  private readonly client = inject(AnnotationsClient);
  private readonly actions = inject(AnnotationActions);
  private readonly locale = inject(LocaleStore);

  readonly axis = input.required<NamedAxis>();
  /** Of the chart's canvas. */
  readonly layout = input.required<ChartLayout | null>();
  readonly turns = input<readonly MoodTurn[]>([]);
  /** Whether what happened is listed below, and notes are written here. A small chart has the marks alone. */
  readonly listed = input(true);
  /** Of a second line that is drawn from the same place on, where it has another period. */
  readonly second = input<NamedAxis | null>(null);

  private readonly period = computed(() => this.axis().period, { equal: (a, b) => a.from === b.from && a.to === b.to });
  private readonly happened = keptAnswer(this.period, (period) => this.client.list(period), {
    on: this.client.changed,
    every: 0,
  });
  private readonly secondPeriod = computed(() => this.second()?.period, {
    equal: (a, b) => a?.from === b?.from && a?.to === b?.to,
  });
  private readonly happenedThen = keptAnswer(this.secondPeriod, (period) => this.client.list(period), {
    on: this.client.changed,
    every: 0,
  });
  /** Without an answer the chart stands without marks: its numbers do not hang on them. */
  private readonly own = computed(() => this.happened.value() ?? []);
  private readonly others = computed(() => (this.second() ? (this.happenedThen.value() ?? []) : []));
  protected readonly annotations = computed(() => [
    ...this.own(),
    ...this.others().filter(({ kind, id }) => !this.own().some((known) => known.kind === kind && known.id === id)),
  ]);
  protected readonly marks = computed(() => {
    const [marks, second] = [chartMarks(this.axis(), this.own(), this.turns()), this.second()];
    return second ? mergedMarks(marks, chartMarks(second, this.others(), [])) : marks;
  });
  /** An interval has two names where two days lie over each other. */
  protected readonly names = computed(() => {
    const [first, then] = [this.axis().names, this.second()?.names ?? []];
    const count = Math.max(first.length, then.length);
    return Array.from({ length: count }, (_, index) => [first[index], then[index]].filter(Boolean).join(' / '));
  });

  pictureMarks(): readonly PictureMark[] {
    return this.marks().map((mark) => ({
      index: mark.index,
      sign: signOf(mark),
      words: markWords(mark, this.names()[mark.index] ?? '', this.locale),
    }));
  }

  /** A note of an interval, or of the last day that is shown. */
  protected write(index?: number): void {
    const { starts, timeZone, byHour, period } = this.axis();
    const start = index === undefined ? undefined : starts[index];
    const last = new Date(Math.min(Date.parse(period.to) - 1, Date.now()));
    this.actions.write({ at: start && byHour ? start : dayIn(timeZone, start ?? last) });
  }
}
