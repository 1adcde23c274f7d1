import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  type Annotation,
  annotationSchema,
  type AnnotationsQuery,
  type SaveAnnotation,
} from '@moodline/trends/contract';
import { map, type Observable, Subject, tap } from 'rxjs';
import * as z from 'zod';

/** The API of what happened when. Whoever shows annotations asks again when one was changed on this page. */
@Injectable({ providedIn: 'root' })
export class AnnotationsClient {
  private readonly http = inject(HttpClient);
  private readonly changes = new Subject<void>();
  /** One was added, changed or removed here. */
  readonly changed = this.changes.asObservable();

  list({ from, to }: AnnotationsQuery): Observable<Annotation[]> {
    return this.http
      .get('/api/annotations', { params: { ...(from && { from }), ...(to && { to }) } })
      .pipe(map((body) => z.array(annotationSchema).parse(body)));
  }

  add(annotation: SaveAnnotation): Observable<unknown> {
    return this.http.post('/api/annotations', annotation).pipe(tap(() => this.changes.next()));
  }

  save(id: number, annotation: SaveAnnotation): Observable<unknown> {
    return this.http.put(`/api/annotations/${id}`, annotation).pipe(tap(() => this.changes.next()));
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/annotations/${id}`).pipe(tap(() => this.changes.next()));
  }
}
