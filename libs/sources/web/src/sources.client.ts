import { HttpClient, type HttpEvent } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  hookSecretSchema,
  runPageSchema,
  runSchema,
  schedulePreviewSchema,
  sourceCheckSchema,
  sourceKindSchema,
  sourceSchema,
  undoneRunSchema,
  type ColumnMapping,
  type CheckSource,
  type CreateSource,
  type HookSecret,
  type ImportChoice,
  type RunPage,
  type SchedulePreview,
  type Source,
  type SourceCheck,
  type SourceKind,
  type UndoneRun,
  type UpdateSource,
} from '@moodline/sources/contract';
import { EMPTY, expand, map, switchMap, timer, type Observable } from 'rxjs';
import * as z from 'zod';

/** How often it is asked how far an undo is, in milliseconds. */
const UNDO_LOOK_MS = 500;

/** How a file is to be imported. */
export interface ImportRequest {
  readonly file: File;
  readonly source: string;
  readonly dryRun: boolean;
  /** Columns chosen by hand, '' for none; the other fields are recognised. */
  readonly mapping: ColumnMapping;
  /** Answers to what was doubtful. */
  readonly choice: Omit<ImportChoice, 'mapping'>;
}

/** The sources part of the API. */
@Injectable({ providedIn: 'root' })
export class SourcesClient {
  private readonly http = inject(HttpClient);

  list(): Observable<Source[]> {
    return this.http.get('/api/sources').pipe(map((body) => z.array(sourceSchema).parse(body)));
  }

  /** What can be read, each with the fields of its form. */
  kinds(): Observable<SourceKind[]> {
    return this.http.get('/api/sources/kinds').pipe(map((body) => z.array(sourceKindSchema).parse(body)));
  }

  /** When a schedule would come next. */
  nextRuns(schedule: string): Observable<SchedulePreview> {
    return this.http
      .post('/api/sources/schedule/preview', { schedule })
      .pipe(map((body) => schedulePreviewSchema.parse(body)));
  }

  check(source: CheckSource): Observable<SourceCheck> {
    return this.http.post('/api/sources/check', source).pipe(map((body) => sourceCheckSchema.parse(body)));
  }

  create(source: CreateSource): Observable<Source> {
    return this.http.post('/api/sources', source).pipe(map((body) => sourceSchema.parse(body)));
  }

  update(id: number, change: UpdateSource): Observable<unknown> {
    return this.http.patch(`/api/sources/${id}`, change);
  }

  /** In ten minutes, or now. */
  remove(id: number, { now }: { readonly now: boolean }): Observable<unknown> {
    return this.http.delete(`/api/sources/${id}`, { params: { now } });
  }

  /** Keeps a source that was removed less than ten minutes ago. */
  keep(id: number): Observable<unknown> {
    return this.http.post(`/api/sources/${id}/keep`, null);
  }

  runNow(id: number): Observable<unknown> {
    return this.http.post(`/api/sources/${id}/runs`, null);
  }

  /** Runs of a source, newest first; the next page begins at the cursor of the one before. */
  runs(id: number, cursor: string | null = null): Observable<RunPage> {
    return this.http
      .get(`/api/sources/${id}/runs`, { params: { limit: 25, ...(cursor && { cursor }) } })
      .pipe(map((body) => runPageSchema.parse(body)));
  }

  /** Takes back what a run brought; how far that is comes again and again, at last the run that is undone. */
  undo(runId: number): Observable<UndoneRun> {
    return this.http.delete(`/api/runs/${runId}`).pipe(
      map((body) => undoneRunSchema.parse(body)),
      expand((undone) => (undone.status === 'undoing' ? this.laterOn(undone) : EMPTY)),
    );
  }

  private laterOn({ id, mayComeAgain }: UndoneRun): Observable<UndoneRun> {
    return timer(UNDO_LOOK_MS).pipe(
      switchMap(() => this.http.get(`/api/runs/${id}`)),
      map((body) => ({ ...runSchema.parse(body), mayComeAgain })),
    );
  }

  /** Makes a new secret for what is sent to the source; the former one does not count any more. */
  newHookSecret(id: number): Observable<HookSecret> {
    return this.http.post(`/api/sources/${id}/hook-secret`, null).pipe(map((body) => hookSecretSchema.parse(body)));
  }

  startBackfill(id: number, days: number): Observable<unknown> {
    return this.http.post(`/api/sources/${id}/backfill`, { days });
  }

  pauseBackfill(id: number, paused: boolean): Observable<unknown> {
    return this.http.patch(`/api/sources/${id}/backfill`, { paused });
  }

  cancelBackfill(id: number): Observable<unknown> {
    return this.http.delete(`/api/sources/${id}/backfill`);
  }

  /** From now on a file with these columns is read this way. */
  saveMapping(columns: readonly string[], mapping: ColumnMapping): Observable<unknown> {
    return this.http.put('/api/imports/mappings', { columns, mapping });
  }

  forgetMapping(signature: string): Observable<unknown> {
    return this.http.delete(`/api/imports/mappings/${signature}`);
  }

  /** Sends the file itself, with events of the upload; the body of the response is an `ImportResult`. */
  import({ file, source, dryRun, mapping, choice }: ImportRequest): Observable<HttpEvent<unknown>> {
    return this.http.post('/api/imports', file, {
      params: {
        name: file.name,
        source,
        dryRun,
        ...(Object.keys(mapping).length && { mapping: JSON.stringify(mapping) }),
        ...choice,
        // "3 hours ago" counts from when the file was last changed, unless somebody says otherwise.
        ...(file.lastModified > 0 && { fileTime: new Date(file.lastModified).toISOString() }),
      },
      headers: { 'Content-Type': 'application/octet-stream' },
      observe: 'events',
      reportProgress: true,
    });
  }
}
