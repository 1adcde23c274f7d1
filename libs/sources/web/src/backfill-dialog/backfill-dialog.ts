import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal, type Signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { MAX_BACKFILL_DAYS, type Source } from '@moodline/sources/contract';
import { firstValueFrom, type Observable } from 'rxjs';
import { runProblem } from '../run-problem';
import { SourcesClient } from '../sources.client';
import { BACKFILL_DAYS } from './backfill-days';

/** What the dialog is about. */
export interface BackfillDialogData {
  /** The source as it stands: it moves while the dialog is open. */
  readonly source: Signal<Source | null>;
  /** Called after each change, so that the source is loaded again. */
  readonly changed: () => void;
}

/** Reads what was written before the source was added; shows how far that is, and pauses or cancels it. */
@Component({
  selector: 'ml-backfill-dialog',
  imports: [TranslocoPipe],
  templateUrl: './backfill-dialog.html',
  styleUrls: ['../source-dialogs/dialog.css', './backfill-dialog.css'],
})
export class BackfillDialog {
  private readonly client = inject(SourcesClient);
  private readonly dialog = inject<DialogRef<void>>(DialogRef);
  private readonly data = inject<BackfillDialogData>(DIALOG_DATA);
  protected readonly locale = inject(LocaleStore);

  protected readonly source = this.data.source;
  protected readonly choices = BACKFILL_DAYS;
  protected readonly most = MAX_BACKFILL_DAYS;
  protected readonly days = signal(90);
  protected readonly daysRight = computed(
    () => Number.isInteger(this.days()) && this.days() >= 1 && this.days() <= MAX_BACKFILL_DAYS,
  );
  protected readonly backfill = computed(() => this.source()?.backfill ?? null);
  /** Whether one is under way or waits for someone. */
  protected readonly open = computed(() => ['running', 'paused'].includes(this.backfill()?.status ?? ''));
  protected readonly reason = computed(() => {
    const backfill = this.backfill();
    return backfill?.errorCode ? runProblem(backfill, this.locale) : null;
  });
  protected readonly busy = signal(false);
  private readonly failure = signal<unknown>(null);
  protected readonly problem = computed(() =>
    this.failure() ? describeProblem(this.failure(), this.locale).message : null,
  );

  protected start(): Promise<void> {
    return this.daysRight() ? this.attempt((id) => this.client.startBackfill(id, this.days())) : Promise.resolve();
  }

  protected pause(paused: boolean): Promise<void> {
    return this.attempt((id) => this.client.pauseBackfill(id, paused));
  }

  protected cancel(): Promise<void> {
    return this.attempt((id) => this.client.cancelBackfill(id));
  }

  protected close(): void {
    this.dialog.close();
  }

  private async attempt(work: (id: number) => Observable<unknown>): Promise<void> {
    const id = this.source()?.id;
    if (id === undefined || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await firstValueFrom(work(id));
      this.data.changed();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
