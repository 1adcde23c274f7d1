import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  offeredSchema,
  openSessionSchema,
  sessionSchema,
  workspaceSchema,
  type AcceptInvitation,
  type Offered,
  type OpenSession,
  type ResetPassword,
  type Session,
  type SignIn,
  type UpdateAccount,
  type UpdateWorkspace,
  type Workspace,
} from '@moodline/accounts/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

/** Of the demo, only how much of it there is matters here. */
const demoSchema = z.object({ comments: z.number(), worked: z.number() });
export type DemoLoss = z.infer<typeof demoSchema>;

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

  openLink(token: string): Observable<unknown> {
    return this.http.post('/api/session/link', { token });
  }

  resetPassword(reset: ResetPassword): Observable<unknown> {
    return this.http.post('/api/session/password', reset);
  }

  /** What an invitation offers. */
  lookAtInvitation(token: string): Observable<Offered> {
    return this.http.post('/api/invitations/look', { token }).pipe(map((body) => offeredSchema.parse(body)));
  }

  acceptInvitation(accepted: AcceptInvitation): Observable<unknown> {
    return this.http.post('/api/invitations/accept', accepted);
  }

  sessions(): Observable<OpenSession[]> {
    return this.http.get('/api/account/sessions').pipe(map((body) => z.array(openSessionSchema).parse(body)));
  }

  endSession(id: number): Observable<unknown> {
    return this.http.delete(`/api/account/sessions/${id}`);
  }

  endOtherSessions(): Observable<unknown> {
    return this.http.delete('/api/account/sessions');
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

  /** Comments that go with the demo, and how many of them hold the work of people. */
  demoLoss(): Observable<DemoLoss> {
    return this.http.get('/api/demo').pipe(map((body) => demoSchema.parse(body)));
  }

  restoreDemo(): Observable<unknown> {
    return this.http.post('/api/demo', {});
  }

  removeDemo(): Observable<unknown> {
    return this.http.delete('/api/demo');
  }
}
