import { HttpErrorResponse, HttpEventType, type HttpEvent } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { problemSchema } from '@moodline/shared/contract';
import { ServerEvents } from '@moodline/shared/ui';
import {
  IMPORT_FIELDS,
  importResultSchema,
  runProgressSchema,
  type ColumnMapping,
  type ImportChoice,
  type ImportField,
  type ImportResult,
} from '@moodline/sources/contract';
import { firstValueFrom, lastValueFrom, Subscription, tap, type Observable } from 'rxjs';
import * as z from 'zod';
import { SourcesClient } from '../sources.client';
import { sourceNameOf } from './import-file';

export type ImportStep = 'choose' | 'review' | 'importing' | 'done';

/** Problems that choosing columns by hand can solve; the server lists the columns it saw. */
const COLUMN_PROBLEMS = ['no-text-column', 'no-time-column', 'unknown-column'];
const columnsSchema = z.object({ columns: z.array(z.string()) });

/**
 * The way of a file: choose, look at what was understood, import, look at what came of it.
 * It lives as long as the app, so an import goes on while one reads another page.
 */
@Injectable({ providedIn: 'root' })
export class ImportStore {
  private readonly client = inject(SourcesClient);
  private readonly run = inject(ServerEvents).latest('run', runProgressSchema);
  private request = Subscription.EMPTY;
  /** The run that made news last before this import began; later news are this one's. */
  private readonly runBefore = signal<number | null>(null);

  readonly step = signal<ImportStep>('choose');
  readonly file = signal<File | null>(null);
  readonly source = signal('');
  /** What a dry run understood; null before the first, and when it failed. */
  readonly check = signal<ImportResult | null>(null);
  readonly result = signal<ImportResult | null>(null);
  readonly error = signal<unknown>(null);
  readonly checking = signal(false);
  /** Share of the file that is sent, 0 to 1. */
  readonly sent = signal(0);
  /** Set when a person stopped the import: what was stored by then is in the run history of its source. */
  readonly stopped = signal<{ readonly sourceId: number | null } | null>(null);
  /** What becomes of the columns chosen by hand for the next file with this header. */
  readonly remembering = signal<'no' | 'working' | 'yes'>('no');
  readonly undone = signal<'no' | 'working' | 'yes'>('no');
  /** Only what was chosen by hand: the server goes on recognising the rest. '' leaves a field out. */
  private readonly chosen = signal<ColumnMapping>({});
  /** Answers to doubts that are no columns. */
  private readonly answers = signal<Omit<ImportChoice, 'mapping'>>({});
  private readonly columnsOfProblem = signal<readonly string[]>([]);
  /** How much of an undo is done, 0 to 1. */
  readonly undoneShare = signal(0);

  /** Columns of the file, also when it could not be understood. */
  readonly columns = computed(() => this.check()?.columns ?? this.columnsOfProblem());
  /** The column of each field as it stands. */
  readonly mapping = computed<ColumnMapping>(() => ({
    ...Object.fromEntries(this.check()?.recognised.map(({ field, column }) => [field, column]) ?? []),
    ...this.chosen(),
  }));
  /** Whether columns were chosen by hand that could be kept for the next file. */
  readonly choseByHand = computed(() => Object.keys(this.chosen()).length > 0);
  /** News of this import from the server. */
  readonly progress = computed(() => {
    const run = this.run();
    // Only a file has a share: a feed that runs at the same time has none.
    return this.step() === 'importing' && run && run.share !== null && run.runId !== this.runBefore() ? run : null;
  });

  choose(file: File): void {
    this.reset();
    this.file.set(file);
    this.source.set(sourceNameOf(file.name));
  }

  /** Begins anew with no file. */
  reset(): void {
    this.request.unsubscribe();
    this.step.set('choose');
    this.file.set(null);
    this.source.set('');
    this.check.set(null);
    this.result.set(null);
    this.error.set(null);
    this.checking.set(false);
    this.chosen.set({});
    this.answers.set({});
    this.columnsOfProblem.set([]);
    this.undone.set('no');
    this.remembering.set('no');
    this.stopped.set(null);
  }

  /** Back to file and source name; what was found is kept until another check. */
  back(): void {
    this.request.unsubscribe();
    this.checking.set(false);
    this.error.set(null);
    this.step.set('choose');
  }

  /** Sends the file for a dry run. */
  dryRun(): void {
    this.checking.set(true);
    this.send(true, (check) => {
      this.check.set(check);
      this.checking.set(false);
      this.step.set('review');
    });
  }

  /** Reads a field from another column (null: leaves it out) and checks again. */
  setColumn(field: ImportField, column: string | null): void {
    this.chosen.update((chosen) => ({ ...chosen, [field]: column ?? '' }));
    this.remembering.set('no');
    this.dryRun();
  }

  /** Takes one of the choices of a doubt, and checks again. */
  decide({ mapping, ...answer }: ImportChoice): void {
    this.chosen.update((chosen) => ({ ...chosen, ...mapping }));
    this.answers.update((answers) => ({ ...answers, ...answer }));
    // Another sheet or list has other columns.
    if (answer.part !== undefined) this.chosen.set({});
    this.remembering.set('no');
    this.dryRun();
  }

  /** Keeps the columns as they stand for files with the same header. */
  remember(): Promise<void> {
    // What is not used is said too, so that it is not guessed the next time.
    const mapping = { ...Object.fromEntries(IMPORT_FIELDS.map((field) => [field, ''])), ...this.mapping() };
    return this.remembered(this.client.saveMapping(this.columns(), mapping), 'yes');
  }

  /** Forgets what was kept for this header and looks at the file anew. */
  async forget(): Promise<void> {
    const check = this.check();
    if (!check) return;
    await this.remembered(this.client.forgetMapping(check.signature), 'no');
    if (!this.error()) this.dryRun();
  }

  import(): void {
    this.runBefore.set(this.run()?.runId ?? null);
    this.step.set('importing');
    this.send(false, (result) => {
      this.result.set(result);
      this.step.set('done');
    });
  }

  /** Stops the import; what was stored by then can be undone in the run history. */
  cancel(): void {
    this.request.unsubscribe();
    this.stopped.set({ sourceId: this.progress()?.sourceId ?? null });
    this.step.set('review');
  }

  /** Takes back what the import brought to all its sources. */
  async undo(): Promise<void> {
    const { runIds = [], imported = 0 } = this.result() ?? {};
    if (!runIds.length || this.undone() !== 'no') return;
    this.undone.set('working');
    this.undoneShare.set(0);
    this.error.set(null);
    try {
      let before = 0;
      for (const runId of runIds) {
        const over = await lastValueFrom(
          this.client
            .undo(runId)
            .pipe(tap(({ takenBack }) => this.undoneShare.set((before + takenBack) / Math.max(1, imported)))),
        );
        before += over.imported;
      }
      this.undone.set('yes');
    } catch (error) {
      this.error.set(error);
      this.undone.set('no');
    }
  }

  private async remembered(work: Observable<unknown>, then: 'no' | 'yes'): Promise<void> {
    const before = this.remembering();
    this.remembering.set('working');
    this.error.set(null);
    try {
      await firstValueFrom(work);
      this.remembering.set(then);
    } catch (error) {
      this.error.set(error);
      this.remembering.set(before);
    }
  }

  private send(dryRun: boolean, done: (result: ImportResult) => void): void {
    const file = this.file();
    if (!file) return;
    this.request.unsubscribe();
    this.error.set(null);
    this.sent.set(0);
    this.stopped.set(null);
    const source = this.source().trim() || sourceNameOf(file.name);
    const request = { file, source, dryRun, mapping: this.chosen(), choice: this.answers() };
    this.request = this.client.import(request).subscribe({
      next: (event) => this.receive(event, done),
      error: (error: unknown) => this.fail(error),
    });
  }

  private receive(event: HttpEvent<unknown>, done: (result: ImportResult) => void): void {
    if (event.type === HttpEventType.UploadProgress) this.sent.set(event.total ? event.loaded / event.total : 0);
    if (event.type !== HttpEventType.Response) return;
    const result = importResultSchema.safeParse(event.body);
    if (result.success) done(result.data);
    else this.fail(result.error);
  }

  private fail(error: unknown): void {
    this.error.set(error);
    this.checking.set(false);
    if (this.step() === 'importing') this.step.set('review');
    const problem = error instanceof HttpErrorResponse ? problemSchema.safeParse(error.error).data : undefined;
    if (!problem || !COLUMN_PROBLEMS.includes(problem.code)) return;
    const details = columnsSchema.safeParse(problem.details);
    if (!details.success) return;
    // The file can be read, it only has to be said how: that is the review's question.
    this.columnsOfProblem.set(details.data.columns);
    this.check.set(null);
    this.step.set('review');
  }
}
