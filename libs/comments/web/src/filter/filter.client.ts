import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { type FilterChoices, filterChoicesSchema } from '@moodline/comments/contract';
import { map, type Observable } from 'rxjs';

export type SourceName = FilterChoices['sources'][number];
export type AddedDays = NonNullable<FilterChoices['added']>;
export type TagName = FilterChoices['tags'][number];
export type MonitorName = FilterChoices['monitors'][number];

/** What the filter bar has to know: the sources and monitors by name and the days that have comments. */
@Injectable({ providedIn: 'root' })
export class FilterClient {
  private readonly http = inject(HttpClient);

  choices(): Observable<FilterChoices> {
    return this.http.get('/api/filter-choices').pipe(map((body) => filterChoicesSchema.parse(body)));
  }
}
