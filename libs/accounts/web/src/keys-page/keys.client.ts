import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { apiKeySchema, newKeySchema, type ApiKey, type CreateKey, type NewKey } from '@moodline/accounts/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

/** The part of the API about keys for programs. */
@Injectable({ providedIn: 'root' })
export class KeysClient {
  private readonly http = inject(HttpClient);

  list(): Observable<ApiKey[]> {
    return this.http.get('/api/keys').pipe(map((body) => z.array(apiKeySchema).parse(body)));
  }

  create(key: CreateKey): Observable<NewKey> {
    return this.http.post('/api/keys', key).pipe(map((body) => newKeySchema.parse(body)));
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/keys/${id}`);
  }
}
