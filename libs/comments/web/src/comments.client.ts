import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  type Comment,
  type COMMENT_SORTS,
  type CommentFilter,
  type CommentPage,
  commentPageSchema,
  commentSchema,
  type ExportFormat,
  type ExportProgress,
  exportProgressSchema,
  type Label,
  type WorkFilter,
} from '@moodline/comments/contract';
import { firstValueFrom, map, type Observable } from 'rxjs';
import { filterParams } from './filter-params';

export type CommentSort = (typeof COMMENT_SORTS)[number];

/** What narrows a list beyond the filter of the pages: comments like one, what machine and person say of them, what the team does with them. */
export interface CommentNarrowing extends WorkFilter {
  readonly alike?: number;
  readonly machine?: Label;
  readonly human?: Label;
}

/** The comments part of the API. */
@Injectable({ providedIn: 'root' })
export class CommentsClient {
  private readonly http = inject(HttpClient);

  /** A page of what matches; `cursor` is the `nextCursor` of the page before. */
  page(
    filter: CommentFilter,
    options: { sort?: CommentSort; cursor?: string; limit?: number; narrowing?: CommentNarrowing } = {},
  ): Observable<CommentPage> {
    const { sort, cursor, limit, narrowing } = options;
    return this.read({
      ...filterParams(filter),
      ...narrowing,
      ...(sort && { sort }),
      ...(cursor && { cursor }),
      ...(limit && { limit }),
    });
  }

  /** Single comments by id, at most 100. */
  byIds(ids: readonly number[]): Observable<CommentPage> {
    return this.read({ ids: ids.join(','), limit: ids.length });
  }

  /**
   * Puts a person's label on a comment, or takes it off (null).
   * @param context what is sent along with a label
   * @returns the comment as it is shown now
   */
  correct(id: number, label: Label | null, context: Readonly<Record<string, unknown>> = {}): Promise<Comment> {
    const answer = label
      ? this.http.put(`/api/labels/${id}`, { ...context, label })
      : this.http.delete(`/api/labels/${id}`);
    return firstValueFrom(answer.pipe(map((body) => commentSchema.parse(body))));
  }

  /** How far the export with this ticket is. */
  exportProgress(ticket: string): Observable<ExportProgress> {
    return this.http
      .get('/api/comments/export/progress', { params: { ticket } })
      .pipe(map((body) => exportProgressSchema.parse(body)));
  }

  private read(params: Record<string, string | number>): Observable<CommentPage> {
    return this.http.get('/api/comments', { params }).pipe(map((body) => commentPageSchema.parse(body)));
  }
}

/** Address of the download of everything that matches. */
export function exportUrl(
  { filter, work }: { readonly filter: CommentFilter; readonly work: WorkFilter },
  format: ExportFormat,
  ticket: string,
): string {
  const { state, assignee } = work;
  const narrowed = { ...(state && { state }), ...(assignee && { assignee: String(assignee) }) };
  const query = new URLSearchParams({ ...filterParams(filter), ...narrowed, format, ticket }).toString();
  return `/api/comments/export?${query}`;
}
