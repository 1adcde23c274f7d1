import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReportListItem, ReportSchedule } from '@moodline/reports/contract';
import { describeProblem, HeldPermissions, keptAnswer, LocaleStore, NO_QUESTION } from '@moodline/shared/ui';
import { timer } from 'rxjs';
import { DigestList } from '../digests/digest-list';
import { MondayStarter } from '../monday-offer/monday-starter';
import { ReportsClient } from '../reports.client';
import { scheduleWords } from '../schedule-words';

/** Reports are made by a worker; the list is asked for again at this pace (ms). */
const LOOK_EVERY = 60_000;

/** The reports of a workspace, and the way to the first one. */
@Component({
  selector: 'ml-reports-page',
  imports: [DigestList, RouterLink, TranslocoPipe],
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.css',
})
export class ReportsPage {
  private readonly client = inject(ReportsClient);
  private readonly monday = inject(MondayStarter);
  private readonly router = inject(Router);
  private readonly permissions = inject(HeldPermissions);
  protected readonly locale = inject(LocaleStore);

  private readonly answer = keptAnswer(NO_QUESTION, () => this.client.list(), {
    ...{ on: timer(LOOK_EVERY, LOOK_EVERY), every: LOOK_EVERY },
  });
  protected readonly reports = this.answer.value;
  protected readonly editable = computed(() => this.permissions.has('reports.write'));
  protected readonly problem = computed(() =>
    this.answer.failure() === undefined ? '' : describeProblem(this.answer.failure(), this.locale).message,
  );
  protected readonly starting = signal(false);
  protected readonly startProblem = signal('');

  protected reload(): void {
    this.answer.reload();
  }

  protected async startMonday(): Promise<void> {
    this.starting.set(true);
    this.startProblem.set('');
    try {
      const { report } = await this.monday.start();
      await this.router.navigate(['/reports', report.id]);
    } catch (error) {
      this.startProblem.set(describeProblem(error, this.locale).message);
    } finally {
      this.starting.set(false);
    }
  }

  protected when(schedule: ReportSchedule | null): string {
    return scheduleWords(schedule, this.locale);
  }

  protected last({ last }: ReportListItem): string {
    return last
      ? this.locale.translate('reports.list.last', { time: this.locale.formats().moment(last.madeAt) })
      : this.locale.translate('reports.list.never');
  }

  protected recipients({ recipients }: ReportListItem): string {
    return recipients
      ? this.locale.translate('reports.list.recipients', { n: recipients })
      : this.locale.translate('reports.list.noRecipients');
  }
}
