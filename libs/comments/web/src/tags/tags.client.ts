import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { type CreateTag, type Tag, taggedSchema, tagSchema, type UpdateTag } from '@moodline/comments/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

/** Tags in the API. */
@Injectable({ providedIn: 'root' })
export class TagsClient {
  private readonly http = inject(HttpClient);

  all(): Observable<Tag[]> {
    return this.http.get('/api/tags').pipe(map((body) => z.array(tagSchema).parse(body)));
  }

  create(tag: CreateTag): Observable<Tag> {
    return this.http.post('/api/tags', tag).pipe(map((body) => tagSchema.parse(body)));
  }

  update(id: number, tag: UpdateTag): Observable<Tag> {
    return this.http.patch(`/api/tags/${id}`, tag).pipe(map((body) => tagSchema.parse(body)));
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/tags/${id}`);
  }

  /**
   * Whether comments have a tag; null takes back what a person said.
   * @param drawn they were drawn at random to be asked
   * @returns of how many comments it was kept
   */
  say(id: number, ids: readonly number[], tagged: boolean | null, drawn = false): Observable<number> {
    return this.http
      .put(`/api/tags/${id}/comments`, { ids, tagged, ...(drawn && { drawn }) })
      .pipe(map((body) => taggedSchema.parse(body).comments));
  }
}
