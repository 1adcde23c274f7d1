import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { commentPageSchema, type COMMENT_SORTS, type CommentPage } from '@moodline/comments/contract';
import type { CommentFilter } from '@moodline/shared/contract';
import { map, type Observable } from 'rxjs';
import { filterParams } from './filter-params';

export type CommentSort = (typeof COMMENT_SORTS)[number];

/** The comments part of the API. */
@Injectable({ providedIn: 'root' })
export class CommentsClient {
  private readonly http = inject(HttpClient);

  /** A page of what matches; `cursor` is the `nextCursor` of the page before. */
  page(filter: CommentFilter, options: { sort?: CommentSort; cursor?: string; limit?: number } = {}): Observable<CommentPage> {
    const { sort, cursor, limit } = options;
    return this.read({ ...filterParams(filter), ...(sort && { sort }), ...(cursor && { cursor }), ...(limit && { limit }) });
  }

  /** Single comments by id, at most 100. */
  byIds(ids: readonly number[]): Observable<CommentPage> {
    return this.read({ ids: ids.join(','), limit: ids.length });
  }

  private read(params: Record<string, string | number>): Observable<CommentPage> {
    return this.http.get('/api/comments', { params }).pipe(map((body) => commentPageSchema.parse(body)));
  }
}

/** Address of the download of everything that matches, as JSON Lines. */
export function exportUrl(filter: CommentFilter): string {
  const query = new URLSearchParams(filterParams(filter)).toString();
  return `/api/comments/export${query && `?${query}`}`;
}
