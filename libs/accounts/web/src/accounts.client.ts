import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  sessionSchema,
  workspaceSchema,
  type Session,
  type SignIn,
  type UpdateAccount,
  type UpdateWorkspace,
  type Workspace,
} from '@moodline/accounts/contract';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';

/** Of the demo, only how much of it there is matters here. */
const demoSchema = z.object({ comments: z.number() });

/** The accounts part of the API. */
@Injectable({ providedIn: 'root' })
export class AccountsClient {
  private readonly http = inject(HttpClient);

  session(): Observable<Session> {
    return this.http.get('/api/session').pipe(map((body) => sessionSchema.parse(body)));
  }

  signIn(signIn: SignIn): Observable<unknown> {
    return this.http.post('/api/session', signIn);
  }

  signOut(): Observable<unknown> {
    return this.http.delete('/api/session');
  }

  updateAccount(account: UpdateAccount): Observable<unknown> {
    return this.http.put('/api/account', account);
  }

  updateWorkspace(change: UpdateWorkspace): Observable<Workspace> {
    return this.http.patch('/api/workspace', change).pipe(map((body) => workspaceSchema.parse(body)));
  }

  /** Comments that go with the demo. */
  demoComments(): Observable<number> {
    return this.http.get('/api/demo').pipe(map((body) => demoSchema.parse(body).comments));
  }

  restoreDemo(): Observable<unknown> {
    return this.http.post('/api/demo', {});
  }

  removeDemo(): Observable<unknown> {
    return this.http.delete('/api/demo');
  }
}
