import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReportIssue, ReportShare } from '@moodline/reports/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { ReportsClient } from '../reports.client';
import { ReportFrame } from './report-frame';

/** Formats that are offered as files. */
const FILES = ['pdf', 'docx', 'md', 'xlsx', 'csv', 'json'] as const;
const SHARE_DAYS = 30;

/** What was made of a report: each to be read, fetched in any format, sent, and shared by a link. */
@Component({
  selector: 'ml-report-history',
  imports: [ReportFrame, RouterLink, TranslocoPipe],
  templateUrl: './report-history.html',
  styleUrl: './report-history.css',
})
export class ReportHistory {
  private readonly client = inject(ReportsClient);
  protected readonly locale = inject(LocaleStore);
  readonly report = input.required<number>();
  readonly made = input(0);
  /** The one that is opened. */
  readonly asked = input<number | null>(null);
  readonly editable = input(false);

  protected readonly files = FILES;
  protected readonly issues = signal<readonly ReportIssue[] | null>(null);
  protected readonly nextCursor = signal<string | null>(null);
  protected readonly problem = signal('');
  protected readonly said = signal('');
  protected readonly open = signal<{ readonly issue: ReportIssue; readonly html: string } | null>(null);
  protected readonly shares = signal<readonly ReportShare[]>([]);
  protected readonly url = signal('');
  protected readonly opened = computed(() => this.open()?.issue.id ?? null);

  constructor() {
    effect(() => {
      this.report();
      this.made();
      untracked(() => void this.load());
    });
  }

  protected async show(issue: ReportIssue): Promise<void> {
    if (this.opened() === issue.id) return this.open.set(null);
    this.url.set('');
    await this.tell(this.client.page(issue.id), (html) => this.open.set({ issue, html }));
    if (this.problem()) return;
    await this.tell(this.client.shares(issue.id), (shares) => this.shares.set(shares));
  }

  protected send(issue: ReportIssue): Promise<void> {
    return this.tell(this.client.send(issue.id), async ({ queued }) => {
      await this.load();
      this.said.set(this.locale.translate('reports.form.sent', { n: queued }));
    });
  }

  protected share(issue: ReportIssue): Promise<void> {
    return this.tell(this.client.share(issue.id, SHARE_DAYS), async ({ url }) => {
      this.url.set(url);
      this.shares.set(await firstValueFrom(this.client.shares(issue.id)));
    });
  }

  protected revoke(issue: ReportIssue, share: ReportShare): Promise<void> {
    return this.tell(this.client.revoke(share.id), async () => {
      this.url.set('');
      this.shares.set(await firstValueFrom(this.client.shares(issue.id)));
    });
  }

  protected more(): Promise<void> {
    return this.tell(this.client.issues(this.report(), this.nextCursor() ?? undefined), ({ items, nextCursor }) => {
      this.issues.update((issues) => [...(issues ?? []), ...items]);
      this.nextCursor.set(nextCursor);
    });
  }

  /** How its deliveries stand: "3 sent, 1 failed". */
  protected standing({ state, reason, edited, deliveries }: ReportIssue): string {
    if (state === 'skipped') return this.locale.translate(`reports.history.${reason}`);
    const counts = Object.entries(deliveries);
    const sent = counts.length
      ? counts.map(([name, n]) => this.locale.translate(`reports.delivery.${name}`, { n }))
      : [this.locale.translate('reports.history.notSent')];
    return [...(edited ? [this.locale.translate('reports.edition.edited')] : []), ...sent].join(' · ');
  }

  protected reload(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    await this.tell(this.client.issues(this.report()), ({ items, nextCursor }) => {
      this.issues.set(items);
      this.nextCursor.set(nextCursor);
    });
    const asked = this.issues()?.find(({ id }) => id === this.asked());
    if (asked && asked.state === 'made' && !this.open()) await this.show(asked);
  }

  private async tell<T>(call: Observable<T>, then: (answer: T) => void | Promise<void>): Promise<void> {
    this.problem.set('');
    this.said.set('');
    try {
      await then(await firstValueFrom(call, { defaultValue: null as T }));
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    }
  }
}
