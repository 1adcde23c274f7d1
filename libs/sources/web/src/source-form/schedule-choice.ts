import { Component, computed, inject, input, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { isPreset, SCHEDULES } from '@moodline/sources/contract';
import { switchMap, timer } from 'rxjs';
import { scheduleWords } from '../schedule-words';
import { SourcesClient } from '../sources.client';

/** Typing pauses this long before the next runs are asked for. */
const PAUSE_MS = 400;

/** When a source is read: a schedule people understand or a cron expression, with the next three runs. */
@Component({
  selector: 'ml-schedule-choice',
  imports: [TranslocoPipe],
  templateUrl: './schedule-choice.html',
  styleUrl: './schedule-choice.css',
})
export class ScheduleChoice {
  private readonly client = inject(SourcesClient);
  protected readonly locale = inject(LocaleStore);

  readonly schedule = input.required<string>();
  readonly choose = output<string>();

  protected readonly schedules = SCHEDULES;
  // Once "custom" was picked it stays, also while what is typed happens to be a preset's name.
  private readonly picked = signal(false);
  protected readonly inWords = computed(() =>
    this.custom() && !this.problem() ? scheduleWords(this.schedule(), this.locale.language()) : null,
  );
  protected readonly custom = computed(() => this.picked() || !isPreset(this.schedule()));
  private readonly preview = rxResource({
    params: () => this.schedule().trim() || undefined,
    stream: ({ params: schedule }) =>
      timer(isPreset(schedule) ? 0 : PAUSE_MS).pipe(switchMap(() => this.client.nextRuns(schedule))),
  });
  protected readonly next = computed(() => (this.preview.hasValue() ? this.preview.value() : null));
  protected readonly problem = computed(() => {
    if (!this.schedule().trim()) return this.locale.translate('sources.form.fault.required');
    return this.preview.error() ? describeProblem(this.preview.error(), this.locale).message : null;
  });

  protected pick(value: string): void {
    this.picked.set(value === 'custom');
    // A cron expression to begin with, which says what the form is.
    this.choose.emit(value === 'custom' ? '0 9 * * 1-5' : value);
  }
}
