import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { type CommentFilter, type CommentPage, commentPageSchema } from '@moodline/comments/contract';
import { filterParams } from '@moodline/comments/web';
import {
  type MonitorMood,
  type MoodFacets,
  moodFacetsSchema,
  monitorMoodSchema,
  type MoodSeries,
  moodSeriesSchema,
  type SourceMood,
  sourceMoodSchema,
  type Step,
} from '@moodline/trends/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

/** The API of the trends, and the few comments that stand beside them. */
@Injectable({ providedIn: 'root' })
export class TrendsClient {
  private readonly http = inject(HttpClient);

  /** Without a step the server chooses one by the length of the period. */
  mood(filter: CommentFilter, step: Step | null): Observable<MoodSeries> {
    return this.http
      .get('/api/mood', { params: params(filter, step) })
      .pipe(map((body) => moodSeriesSchema.parse(body)));
  }

  sources(filter: CommentFilter, step: Step | null): Observable<SourceMood[]> {
    return this.http
      .get('/api/mood/sources', { params: params(filter, step) })
      .pipe(map((body) => z.array(sourceMoodSchema).parse(body)));
  }

  /** What comments express and what they are. */
  facets(filter: CommentFilter): Observable<MoodFacets> {
    return this.http
      .get('/api/mood/facets', { params: filterParams(filter) })
      .pipe(map((body) => moodFacetsSchema.parse(body)));
  }

  /** Volume and mood of each monitor in a period; the filter's own monitor does not count. */
  monitors(filter: CommentFilter): Observable<MonitorMood[]> {
    return this.http
      .get('/api/mood/monitors', { params: filterParams({ ...filter, monitor: undefined }) })
      .pipe(map((body) => z.array(monitorMoodSchema).parse(body)));
  }

  /** The comments that drew the most reactions. */
  loudest(filter: CommentFilter, limit: number): Observable<CommentPage> {
    return this.http
      .get('/api/comments', { params: { ...filterParams(filter), sort: 'loudest', limit } })
      .pipe(map((body) => commentPageSchema.parse(body)));
  }
}

function params(filter: CommentFilter, step: Step | null): Record<string, string> {
  return { ...filterParams(filter), ...(step && { step }) };
}
