import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { pinSchema, type MadePin, type ReportListItem } from '@moodline/reports/contract';
import { describeProblem, LocaleStore, type Pinnable } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { freshReport } from '../fresh-report';
import { ReportsClient } from '../reports.client';
import { PinnedNews } from './pinned-news';

/** Chooses the report that something is pinned to, or a new one; then says where it stands, and takes it back. */
@Component({
  selector: 'ml-pin-dialog',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './pin-dialog.html',
  styleUrl: './pin-dialog.css',
})
export class PinDialog {
  private readonly client = inject(ReportsClient);
  private readonly news = inject(PinnedNews);
  private readonly dialog = inject<DialogRef<void>>(DialogRef);
  private readonly locale = inject(LocaleStore);
  protected readonly what = inject<Pinnable>(DIALOG_DATA);

  private readonly loaded = rxResource({ stream: () => this.client.list() });
  protected readonly reports = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  private readonly picked = signal<number | 'new' | null>(null);
  /** The first report, until another one is picked; a new one where there is none. */
  protected readonly choice = computed(() => this.picked() ?? this.reports()?.[0]?.id ?? 'new');
  protected readonly name = signal(this.locale.translate('reports.pin.newName'));
  protected readonly busy = signal(false);
  protected readonly made = signal<MadePin | null>(null);
  /** The report that was made for this. */
  private createdHere: number | null = null;
  private readonly failure = signal<unknown>(null);
  protected readonly problem = computed(() => {
    const failure = this.failure() ?? this.loaded.error() ?? null;
    return failure === null ? '' : describeProblem(failure, this.locale).message;
  });

  protected pick(choice: number | 'new'): void {
    this.picked.set(choice);
  }

  /** Whether there is one that has not gone out yet. */
  protected draft({ last }: ReportListItem): string {
    return last && !last.sent
      ? this.locale.translate('reports.pin.draft', { time: this.locale.formats().moment(last.madeAt) })
      : this.locale.translate('reports.pin.noDraft');
  }

  protected async pin(): Promise<void> {
    if (this.busy() || (this.choice() === 'new' && !this.name().trim())) return;
    await this.tried(async () => {
      const pin = pinSchema.parse(this.what);
      const made = await firstValueFrom(this.client.pin(await this.reportId(), pin));
      this.made.set(made);
      this.news.tell(made.issue);
    });
  }

  /** A report that was made for it goes with it, unless somebody else uses it already. */
  protected async undo({ report, issue, pin }: MadePin): Promise<void> {
    await this.tried(async () => {
      await firstValueFrom(this.client.unpin(issue, pin));
      const isUnused = this.createdHere === report && !(await firstValueFrom(this.client.issues(report))).items.length;
      if (isUnused) await firstValueFrom(this.client.remove(report));
      this.news.tell(issue);
      this.close();
    });
  }

  protected close(): void {
    this.dialog.close();
  }

  private async reportId(): Promise<number> {
    const choice = this.choice();
    if (choice !== 'new') return choice;
    const report = freshReport('weekly', this.name().trim(), this.locale.language());
    const { id } = await firstValueFrom(this.client.create(report));
    this.createdHere = id;
    // A second try goes to the same one.
    this.picked.set(id);
    this.loaded.reload();
    return id;
  }

  private async tried(act: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      await act();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
