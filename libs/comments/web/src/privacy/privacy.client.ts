import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  forgetPreviewSchema,
  forgetResultSchema,
  privacySchema,
  retentionPreviewSchema,
  type ForgetPreview,
  type ForgetResult,
  type ForgetScope,
  type Privacy,
  type RetentionPreview,
} from '@moodline/comments/contract';
import { map, type Observable } from 'rxjs';

/** The privacy part of the API. */
@Injectable({ providedIn: 'root' })
export class PrivacyClient {
  private readonly http = inject(HttpClient);

  state(): Observable<Privacy> {
    return this.http.get('/api/privacy').pipe(map((body) => privacySchema.parse(body)));
  }

  /** What a retention of so many days would erase now. */
  retentionPreview(days: number): Observable<RetentionPreview> {
    return this.http
      .get('/api/privacy/retention/preview', { params: { days } })
      .pipe(map((body) => retentionPreviewSchema.parse(body)));
  }

  changeRetention(days: number | null): Observable<unknown> {
    return this.http.put('/api/privacy/retention', { days });
  }

  /** How many comments would go with this one. */
  forgetPreview(commentId: number): Observable<ForgetPreview> {
    return this.http.get(`/api/comments/${commentId}/forget`).pipe(map((body) => forgetPreviewSchema.parse(body)));
  }

  forget(commentId: number, scope: ForgetScope): Observable<ForgetResult> {
    return this.http
      .post(`/api/comments/${commentId}/forget`, { scope })
      .pipe(map((body) => forgetResultSchema.parse(body)));
  }
}
