import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { filterParams } from '@moodline/comments/web';
import {
  evaluationChoicesSchema,
  evaluationDetailSchema,
  evaluationSchema,
  judgedHeadsSchema,
  labelledSetSchema,
  labellingStatusSchema,
  qualitySchema,
  reviewPageSchema,
  type Evaluation,
  type EvaluationChoices,
  type EvaluationDetail,
  type EvaluationTarget,
  type JudgedHeads,
  type LabelledSet,
  type LabellingStatus,
  type Quality,
  type ReviewPage,
} from '@moodline/sentiment/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

/** The sentiment part of the API. */
@Injectable({ providedIn: 'root' })
export class SentimentClient {
  private readonly http = inject(HttpClient);

  labelling(): Observable<LabellingStatus> {
    return this.http.get('/api/labelling').pipe(map((body) => labellingStatusSchema.parse(body)));
  }

  /** What is worth a person's word; `cursor` is the `nextCursor` of the page before. */
  review(filter: CommentFilter, cursor: string | null): Observable<ReviewPage> {
    return this.http
      .get('/api/review', { params: { ...filterParams(filter), ...(cursor && { cursor }) } })
      .pipe(map((body) => reviewPageSchema.parse(body)));
  }

  quality(filter: CommentFilter): Observable<Quality> {
    return this.http
      .get('/api/quality', { params: filterParams(filter) })
      .pipe(map((body) => qualitySchema.parse(body)));
  }

  /** How right mood, emotion and kind are by what people said of the workspace's comments. */
  judgedHeads(): Observable<JudgedHeads> {
    return this.http.get('/api/quality/judged').pipe(map((body) => judgedHeadsSchema.parse(body)));
  }

  evaluations(): Observable<Evaluation[]> {
    return this.http.get('/api/evaluations').pipe(map((body) => z.array(evaluationSchema).parse(body)));
  }

  evaluation(id: number): Observable<EvaluationDetail> {
    return this.http.get(`/api/evaluations/${id}`).pipe(map((body) => evaluationDetailSchema.parse(body)));
  }

  evaluationChoices(): Observable<EvaluationChoices> {
    return this.http.get('/api/evaluations/choices').pipe(map((body) => evaluationChoicesSchema.parse(body)));
  }

  evaluate(set: EvaluationTarget, version: number): Observable<Evaluation> {
    return this.http
      .post('/api/evaluations', { set, role: 'label', version })
      .pipe(map((body) => evaluationSchema.parse(body)));
  }

  /** Cancels an evaluation that waits or works, removes one that has ended. */
  endEvaluation(id: number): Observable<unknown> {
    return this.http.delete(`/api/evaluations/${id}`);
  }

  keepEvaluation(id: number): Observable<unknown> {
    return this.http.post(`/api/evaluations/${id}/keep`, null);
  }

  /** Sends the file itself. */
  uploadSet(name: string, file: File): Observable<LabelledSet> {
    const options = { params: { name, file: file.name }, headers: { 'Content-Type': 'application/octet-stream' } };
    return this.http.post('/api/labelled-sets', file, options).pipe(map((body) => labelledSetSchema.parse(body)));
  }

  removeSet(id: number): Observable<unknown> {
    return this.http.delete(`/api/labelled-sets/${id}`);
  }
}
