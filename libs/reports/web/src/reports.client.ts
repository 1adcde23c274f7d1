import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { filterParams } from '@moodline/comments/web';
import { summarySchema, type Summary } from '@moodline/reports/contract';
import type { CommentFilter } from '@moodline/shared/contract';
import { moodSeriesSchema } from '@moodline/trends/contract';
import { map, type Observable } from 'rxjs';

/** The reports part of the API. */
@Injectable({ providedIn: 'root' })
export class ReportsClient {
  private readonly http = inject(HttpClient);

  /** The summary of the matching comments, written in the locale. Takes seconds; unsubscribing cancels it on the server too. */
  summary(filter: CommentFilter, locale: string): Observable<Summary> {
    return this.http
      .get('/api/summary', { params: { ...filterParams(filter), locale } })
      .pipe(map((body) => summarySchema.parse(body)));
  }

  /** How many labelled comments match: what the summary will read. */
  labelledComments(filter: CommentFilter): Observable<number> {
    return this.http
      .get('/api/mood', { params: filterParams(filter) })
      .pipe(map((body) => moodSeriesSchema.parse(body).total.n));
  }
}
