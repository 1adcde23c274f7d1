import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  relabellingPreviewSchema,
  relabellingSchema,
  relabellingScopeSchema,
  type Relabelling,
  type RelabellingPreview,
  type RelabellingRequest,
  type RelabellingScope,
} from '@moodline/sentiment/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

const listSchema = z.array(relabellingSchema);

/** What ends or goes on with a re-labelling. */
export type RelabellingStep = 'cancel' | 'resume' | 'discard';

/** Re-labellings in the API. */
@Injectable({ providedIn: 'root' })
export class RelabellingClient {
  private readonly http = inject(HttpClient);

  list(): Observable<Relabelling[]> {
    return this.http.get('/api/relabellings').pipe(map((body) => listSchema.parse(body)));
  }

  scope({ version, days }: RelabellingRequest): Observable<RelabellingScope> {
    return this.http
      .get('/api/relabellings/scope', { params: { version, days } })
      .pipe(map((body) => relabellingScopeSchema.parse(body)));
  }

  preview(id: number): Observable<RelabellingPreview> {
    return this.http.get(`/api/relabellings/${id}`).pipe(map((body) => relabellingPreviewSchema.parse(body)));
  }

  start(wanted: RelabellingRequest): Observable<Relabelling> {
    return this.http.post('/api/relabellings', wanted).pipe(map((body) => relabellingSchema.parse(body)));
  }

  step(id: number, step: RelabellingStep): Observable<Relabelling> {
    return this.http.post(`/api/relabellings/${id}/${step}`, {}).pipe(map((body) => relabellingSchema.parse(body)));
  }

  switch(id: number, confirmWithoutEvaluation: boolean): Observable<Relabelling> {
    return this.http
      .post(`/api/relabellings/${id}/switch`, { confirmWithoutEvaluation })
      .pipe(map((body) => relabellingSchema.parse(body)));
  }
}
