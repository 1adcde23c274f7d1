import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { labellingStatusSchema, type LabellingStatus } from '@moodline/sentiment/contract';
import { map, type Observable } from 'rxjs';

/** The sentiment part of the API. */
@Injectable({ providedIn: 'root' })
export class SentimentClient {
  private readonly http = inject(HttpClient);

  labelling(): Observable<LabellingStatus> {
    return this.http.get('/api/labelling').pipe(map((body) => labellingStatusSchema.parse(body)));
  }
}
