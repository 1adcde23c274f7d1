import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  evaluationChangesSchema,
  evaluationChoicesSchema,
  evaluationSchema,
  type Evaluation,
  type EvaluationChanges,
  type EvaluationChoices,
  type EvaluationTarget,
} from '@moodline/sentiment/contract';
import { map, type Observable } from 'rxjs';

/** Evaluations of the label role's versions in the API. */
@Injectable({ providedIn: 'root' })
export class VersionEvaluationsClient {
  private readonly http = inject(HttpClient);

  choices(): Observable<EvaluationChoices> {
    return this.http.get('/api/evaluations/choices').pipe(map((body) => evaluationChoicesSchema.parse(body)));
  }

  start(set: EvaluationTarget, version: number): Observable<Evaluation> {
    return this.http.post('/api/evaluations', { set, role: 'label', version }).pipe(map((body) => evaluationSchema.parse(body)));
  }

  one(id: number): Observable<Evaluation> {
    return this.http.get(`/api/evaluations/${id}`).pipe(map((body) => evaluationSchema.parse(body)));
  }

  /** Cancels one that waits or works. */
  end(id: number): Observable<unknown> {
    return this.http.delete(`/api/evaluations/${id}`);
  }

  /** How the labels of two evaluations on the same texts differ. */
  changes(before: number, after: number): Observable<EvaluationChanges> {
    return this.http.get('/api/roles/label/changes', { params: { before, after } }).pipe(map((body) => evaluationChangesSchema.parse(body)));
  }
}
