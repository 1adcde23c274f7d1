import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { filterParams } from '@moodline/comments/web';
import type { CommentFilter } from '@moodline/comments/contract';
import {
  type ThemeChange,
  type ThemeDetail,
  themeDetailSchema,
  type ThemeLanguage,
  type ThemeList,
  themeListSchema,
} from '@moodline/trends/contract';
import { map, type Observable } from 'rxjs';

/** The part of the API that tells and changes themes. */
@Injectable({ providedIn: 'root' })
export class ThemesClient {
  private readonly http = inject(HttpClient);

  list(filter: CommentFilter, locale: ThemeLanguage): Observable<ThemeList> {
    return this.http
      .get('/api/themes', { params: { ...filterParams(filter), locale } })
      .pipe(map((body) => themeListSchema.parse(body)));
  }

  find(id: number, filter: CommentFilter, locale: ThemeLanguage): Observable<ThemeDetail> {
    return this.http
      .get(`/api/themes/${id}`, { params: { ...filterParams(filter), locale } })
      .pipe(map((body) => themeDetailSchema.parse(body)));
  }

  change(id: number, change: ThemeChange): Observable<void> {
    return this.http.patch<void>(`/api/themes/${id}`, change);
  }
}
