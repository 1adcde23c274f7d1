import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  tagExamplesSchema,
  tagLearningSchema,
  tagScopeSchema,
  tagSuggestionsSchema,
  type SuggestionKind,
  type TagExamples,
  type TagLearning,
  type TagScope,
  type TagSuggestion,
  type UseTag,
} from '@moodline/sentiment/contract';
import { map, type Observable } from 'rxjs';

/** What tags learn, in the API. */
@Injectable({ providedIn: 'root' })
export class TagLearningClient {
  private readonly http = inject(HttpClient);

  read(tag: number): Observable<TagLearning> {
    return this.http.get(`/api/tags/${tag}/learning`).pipe(map((body) => tagLearningSchema.parse(body)));
  }

  suggestions(tag: number, kind: SuggestionKind): Observable<TagSuggestion[]> {
    return this.http
      .get(`/api/tags/${tag}/suggestions`, { params: { kind } })
      .pipe(map((body) => tagSuggestionsSchema.parse(body).items));
  }

  examples(tag: number, said: 'yes' | 'no', offset: number): Observable<TagExamples> {
    return this.http
      .get(`/api/tags/${tag}/examples`, { params: { said, offset } })
      .pipe(map((body) => tagExamplesSchema.parse(body)));
  }

  /** How many stored comments would be read, and how long that takes. */
  scope(tag: number, days: number): Observable<TagScope> {
    return this.http
      .get(`/api/tags/${tag}/use/scope`, { params: { days } })
      .pipe(map((body) => tagScopeSchema.parse(body)));
  }

  use(tag: number, use: UseTag): Observable<TagLearning> {
    return this.http.put(`/api/tags/${tag}/use`, use).pipe(map((body) => tagLearningSchema.parse(body)));
  }
}
