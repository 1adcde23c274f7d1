import { Component, computed, inject, input } from '@angular/core';
import { dayIn } from '@moodline/shared/i18n';
import { type ChartLayout, keptAnswer } from '@moodline/shared/ui';
import type { MoodTurn, Period } from '@moodline/trends/contract';
import { AnnotationActions } from './annotation-actions';
import { AnnotationList } from './annotation-list';
import { AnnotationsClient } from './annotations.client';
import { chartMarks, type TimeAxis } from './chart-marks';
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
  template: `
    <div class="picture">
      <ng-content />
      <ml-time-marks [layout]="layout()" [marks]="marks()" [names]="axis().names" (write)="write($event)" />
    </div>
    <ng-content select="[key]" />
    <ml-annotation-list [annotations]="annotations()" (write)="write()" />
  `,
  styles: `
    :host {
      display: block;
    }
    .picture {
      position: relative;
    }
    ml-annotation-list {
      margin-top: var(--space-3);
    }
  `,
})
export class AnnotatedChart {
  private readonly client = inject(AnnotationsClient);
  private readonly actions = inject(AnnotationActions);

  readonly axis = input.required<NamedAxis>();
  /** Of the chart's canvas. */
  readonly layout = input.required<ChartLayout | null>();
  readonly turns = input<readonly MoodTurn[]>([]);

  private readonly period = computed(() => this.axis().period, { equal: (a, b) => a.from === b.from && a.to === b.to });
  private readonly happened = keptAnswer(this.period, (period) => this.client.list(period), {
    on: this.client.changed,
    every: 0,
  });
  /** Without an answer the chart stands without marks: its numbers do not hang on them. */
  protected readonly annotations = computed(() => this.happened.value() ?? []);
  protected readonly marks = computed(() => chartMarks(this.axis(), this.annotations(), this.turns()));

  /** A note of an interval, or of the last day that is shown. */
  protected write(index?: number): void {
    const { starts, timeZone, byHour, period } = this.axis();
    const start = index === undefined ? undefined : starts[index];
    const last = new Date(Math.min(Date.parse(period.to) - 1, Date.now()));
    this.actions.write({ at: start && byHour ? start : dayIn(timeZone, start ?? last) });
  }
}
