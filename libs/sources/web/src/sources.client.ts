import { HttpClient, type HttpEvent } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  runPageSchema,
  sourceCheckSchema,
  sourceSchema,
  type ColumnMapping,
  type CheckSource,
  type CreateSource,
  type Run,
  type Source,
  type SourceCheck,
  type UpdateSource,
} from '@moodline/sources/contract';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';

/** How a file is to be imported. */
export interface ImportRequest {
  readonly file: File;
  readonly source: string;
  readonly dryRun: boolean;
  /** Columns chosen by hand, '' for none; the other fields are recognised. */
  readonly mapping: ColumnMapping;
}

/** The sources part of the API. */
@Injectable({ providedIn: 'root' })
export class SourcesClient {
  private readonly http = inject(HttpClient);

  list(): Observable<Source[]> {
    return this.http.get('/api/sources').pipe(map((body) => z.array(sourceSchema).parse(body)));
  }

  check(source: CheckSource): Observable<SourceCheck> {
    return this.http.post('/api/sources/check', source).pipe(map((body) => sourceCheckSchema.parse(body)));
  }

  create(source: CreateSource): Observable<unknown> {
    return this.http.post('/api/sources', source);
  }

  update(id: number, change: UpdateSource): Observable<unknown> {
    return this.http.patch(`/api/sources/${id}`, change);
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/sources/${id}`);
  }

  runNow(id: number): Observable<unknown> {
    return this.http.post(`/api/sources/${id}/runs`, null);
  }

  runs(id: number): Observable<Run[]> {
    return this.http.get(`/api/sources/${id}/runs`).pipe(map((body) => runPageSchema.parse(body).items));
  }

  /** Takes back what an import brought. */
  undo(runId: number): Observable<unknown> {
    return this.http.delete(`/api/runs/${runId}`);
  }

  /** Sends the file itself, with events of the upload; the body of the response is an `ImportResult`. */
  import({ file, source, dryRun, mapping }: ImportRequest): Observable<HttpEvent<unknown>> {
    return this.http.post('/api/imports', file, {
      params: { name: file.name, source, dryRun, ...(Object.keys(mapping).length && { mapping: JSON.stringify(mapping) }) },
      headers: { 'Content-Type': 'application/octet-stream' },
      observe: 'events',
      reportProgress: true,
    });
  }
}
