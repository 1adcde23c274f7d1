import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { type SavedView, savedViewSchema, type SaveView } from '@moodline/accounts/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

const savedSchema = z.object({ id: z.number() });

/** The API of saved views. */
@Injectable({ providedIn: 'root' })
export class ViewsClient {
  private readonly http = inject(HttpClient);

  list(): Observable<SavedView[]> {
    return this.http.get('/api/views').pipe(map((body) => z.array(savedViewSchema).parse(body)));
  }

  save(view: SaveView): Observable<number> {
    return this.http.post('/api/views', view).pipe(map((body) => savedSchema.parse(body).id));
  }

  share(id: number, shared: boolean): Observable<unknown> {
    return this.http.patch(`/api/views/${id}`, { shared });
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/views/${id}`);
  }

  setStart(view: number | null): Observable<unknown> {
    return this.http.put('/api/start-page', { view });
  }
}
