import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { rxResource, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  reportDraftSchema,
  saveReportSchema,
  type Report,
  type ReportPreview as PreviewedReport,
  type SaveReport,
} from '@moodline/reports/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { catchError, debounceTime, firstValueFrom, forkJoin, map, of, switchMap, type Observable } from 'rxjs';
import { freshReport } from '../fresh-report';
import { ReportsClient } from '../reports.client';
import { scheduleWords } from '../schedule-words';
import { ReportFrame } from './report-frame';
import { ReportHistory } from './report-history';
import { ReportLookForm } from './report-look-form';
import { ReportPlan } from './report-plan';
import { ReportSending } from './report-sending';
import { ReportSubject } from './report-subject';

const PREVIEW_AFTER_MS = 600;

/** Adds a report, or changes one, with its page beside it as it would be made now, and what was made of it below. */
@Component({
  selector: 'ml-report-page',
  imports: [
    ...[RouterLink, TranslocoPipe],
    ...[ReportFrame, ReportHistory, ReportLookForm, ReportPlan, ReportSending, ReportSubject],
  ],
  templateUrl: './report-page.html',
  styleUrls: ['./columns.css', './report-page.css'],
})
export class ReportPage {
  private readonly client = inject(ReportsClient);
  private readonly router = inject(Router);
  private readonly permissions = inject(HeldPermissions);
  protected readonly locale = inject(LocaleStore);
  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  /** Null for one that is added. */
  protected readonly id = computed(() => Number(this.params().get('id')) || null);
  /** The one that a message links to. */
  protected readonly asked = computed(() => Number(this.query().get('issue')) || null);
  protected readonly editable = computed(() => this.permissions.has('reports.write'));
  private readonly loaded = rxResource({
    params: () => ({ id: this.id(), writes: this.editable() }),
    stream: ({ params: { id, writes } }) =>
      forkJoin([id ? this.client.get(id) : of(null), this.client.choices(), writes ? this.client.channels() : of([])]),
  });
  protected readonly data = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly choices = computed(() => this.data()?.[1] ?? null);
  protected readonly channels = computed(() => this.data()?.[2] ?? []);
  protected readonly stored = signal<Report | null>(null);
  protected readonly report = signal<SaveReport>(this.fresh());
  protected readonly loadProblem = computed(() => this.words(this.loaded.error()));
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly said = signal('');
  protected readonly asksRemoval = signal(false);
  /** Counted up when something was made, so that the history is read again. */
  protected readonly made = signal(0);
  protected readonly when = computed(() => scheduleWords(this.report().schedule, this.locale));
  protected readonly changed = computed(() => {
    const stored = this.stored();
    return !stored || JSON.stringify(saveReportSchema.parse(stored)) !== JSON.stringify(this.report());
  });

  private readonly draft = computed(() => {
    const { name, ...report } = this.report();
    const given = { ...report, name: name || this.locale.translate('reports.new') };
    const result = reportDraftSchema.safeParse(given);
    return this.data() && result.success ? JSON.stringify(result.data) : null;
  });
  protected readonly previewProblem = signal('');
  protected readonly preview = toSignal(
    toObservable(this.draft).pipe(
      debounceTime(PREVIEW_AFTER_MS),
      switchMap((draft) => (draft ? this.previewed(draft) : of(null))),
    ),
    { initialValue: null },
  );

  constructor() {
    effect(() => {
      const report = this.data()?.[0];
      if (report) untracked(() => this.take(report));
    });
  }

  protected set(change: Partial<SaveReport>): void {
    this.said.set('');
    this.report.update((report) => ({ ...report, ...change }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const checked = saveReportSchema.safeParse(this.report());
    if (!checked.success) return this.problem.set(this.locale.translate('reports.form.wrong'));
    const id = this.id();
    await this.tell(id ? this.client.save(id, checked.data) : this.client.create(checked.data), async (saved) => {
      this.take(saved);
      this.said.set(this.locale.translate('reports.form.saved'));
      if (!id) await this.router.navigate(['/reports', saved.id], { replaceUrl: true });
    });
  }

  protected async make(send: boolean): Promise<void> {
    const id = this.id();
    if (!id) return;
    await this.tell(this.client.make(id, send), ({ queued }) => {
      this.made.update((count) => count + 1);
      const key = send ? 'reports.form.sent' : 'reports.form.made';
      this.said.set(this.locale.translate(key, { n: queued }));
    });
  }

  protected async test(to: { readonly channel: number; readonly address?: string }): Promise<void> {
    const id = this.id();
    if (!id) return;
    await this.tell(this.client.test(id, to), () => {
      this.made.update((count) => count + 1);
      this.said.set(this.locale.translate('reports.form.tested'));
    });
  }

  /** The first click asks, the second one removes. */
  protected async remove(): Promise<void> {
    const id = this.id();
    if (!id) return;
    if (!this.asksRemoval()) return this.asksRemoval.set(true);
    await this.tell(this.client.remove(id), async () => void (await this.router.navigateByUrl('/reports')));
  }

  private take(report: Report): void {
    this.stored.set(report);
    this.report.set(saveReportSchema.parse(report));
  }

  private async tell<T>(call: Observable<T>, then: (answer: T) => void | Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set('');
    this.said.set('');
    try {
      await then(await firstValueFrom(call, { defaultValue: null as T }));
    } catch (error) {
      this.problem.set(this.words(error));
    } finally {
      this.busy.set(false);
    }
  }

  private previewed(draft: string): Observable<PreviewedReport | null> {
    return this.client.preview(reportDraftSchema.parse(JSON.parse(draft)), this.id()).pipe(
      map((found) => {
        this.previewProblem.set('');
        return found;
      }),
      catchError((error: unknown) => {
        this.previewProblem.set(this.words(error));
        return of(null);
      }),
    );
  }

  private words(error: unknown): string {
    return error === undefined || error === null ? '' : describeProblem(error, this.locale).message;
  }

  private fresh(): SaveReport {
    return freshReport('weekly', this.locale.translate('reports.template.weekly'), this.locale.language());
  }
}
