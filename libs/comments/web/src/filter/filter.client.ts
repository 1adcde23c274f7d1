import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { monitorSchema } from '@moodline/comments/contract';
import { sourceSchema } from '@moodline/sources/contract';
import { dataRangeSchema } from '@moodline/trends/contract';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import type { DayRange } from './period';

const sourceNamesSchema = z.array(sourceSchema.pick({ id: true, name: true }));
export type SourceName = z.infer<typeof sourceNamesSchema>[number];

const monitorNamesSchema = z.array(monitorSchema.pick({ id: true, name: true, competitor: true }));
export type MonitorName = z.infer<typeof monitorNamesSchema>[number];

/** What the filter bar has to know: the sources and monitors by name and the days that have comments. */
@Injectable({ providedIn: 'root' })
export class FilterClient {
  private readonly http = inject(HttpClient);

  dataRange(): Observable<DayRange | null> {
    return this.http.get('/api/data-range').pipe(
      map((body) => dataRangeSchema.parse(body)),
      map(({ first, last }) => (first && last ? { first: first.slice(0, 10), last: last.slice(0, 10) } : null)),
    );
  }

  monitors(): Observable<MonitorName[]> {
    return this.http.get('/api/monitors').pipe(map((body) => monitorNamesSchema.parse(body)));
  }

  sources(): Observable<SourceName[]> {
    return this.http.get('/api/sources').pipe(map((body) => sourceNamesSchema.parse(body)));
  }
}
