import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReportChannel, ReportSchedule, SaveReport } from '@moodline/reports/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { scheduleWords } from '../schedule-words';

/** When a report is made, and who gets it. */
@Component({
  selector: 'ml-report-sending',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './report-sending.html',
  styleUrl: './parts.css',
})
export class ReportSending {
  private readonly locale = inject(LocaleStore);
  readonly report = input.required<SaveReport>();
  readonly channels = input.required<readonly ReportChannel[]>();
  readonly unsubscribed = input<readonly string[]>([]);
  readonly testable = input(false);
  readonly changes = output<Partial<SaveReport>>();
  readonly tests = output<{ channel: number; address?: string }>();

  protected readonly rhythms = ['day', 'week', 'month'] as const;
  protected readonly weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

  protected setRhythm(every: string): void {
    const schedule = this.report().schedule ?? { weekday: 1, day: 1, time: '09:00' };
    this.changes.emit({ schedule: every ? { ...schedule, every: every as ReportSchedule['every'] } : null });
  }

  protected setSchedule(change: Partial<ReportSchedule>): void {
    const { schedule } = this.report();
    if (schedule) this.changes.emit({ schedule: { ...schedule, ...change } });
  }

  protected words(): string {
    return scheduleWords(this.report().schedule, this.locale);
  }

  protected recipientOf(channel: number) {
    return this.report().recipients.find((one) => one.channel === channel) ?? null;
  }

  protected toggle({ id, to }: ReportChannel): void {
    const others = this.report().recipients.filter(({ channel }) => channel !== id);
    const recipients = this.recipientOf(id) ? others : [...others, { channel: id, addresses: [...(to ?? [])] }];
    this.changes.emit({ recipients });
  }

  protected setAddresses(channel: number, value: string): void {
    const addresses = value.split(/[\s,;，；]+/).filter(Boolean);
    const recipients = this.report().recipients.map((one) => (one.channel === channel ? { channel, addresses } : one));
    this.changes.emit({ recipients });
  }

  protected setQuiet(on: boolean): void {
    this.changes.emit({ quiet: on ? { from: '22:00', to: '07:00' } : null });
  }

  protected setQuietEnd(end: 'from' | 'to', value: string): void {
    const { quiet } = this.report();
    if (quiet && value) this.changes.emit({ quiet: { ...quiet, [end]: value } });
  }

  protected test({ id }: ReportChannel): void {
    const [address] = this.recipientOf(id)?.addresses ?? [];
    this.tests.emit({ channel: id, ...(address && { address }) });
  }
}
