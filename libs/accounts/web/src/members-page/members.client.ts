import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  invitationSchema,
  memberSchema,
  signInLinkSchema,
  type Invitation,
  type Invite,
  type Member,
  type SignInLink,
} from '@moodline/accounts/contract';
import type { Role } from '@moodline/shared/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

/** The part of the API about who may come in. */
@Injectable({ providedIn: 'root' })
export class MembersClient {
  private readonly http = inject(HttpClient);

  list(): Observable<Member[]> {
    return this.http.get('/api/members').pipe(map((body) => z.array(memberSchema).parse(body)));
  }

  changeRole(id: number, role: Role): Observable<unknown> {
    return this.http.patch(`/api/members/${id}`, { role });
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/members/${id}`);
  }

  resetSecondFactor(id: number): Observable<unknown> {
    return this.http.delete(`/api/members/${id}/second-factor`);
  }

  disconnect(id: number): Observable<unknown> {
    return this.http.delete(`/api/members/${id}/single-sign-on`);
  }

  passwordLink(id: number): Observable<SignInLink> {
    return this.http.post(`/api/members/${id}/password-links`, {}).pipe(map((body) => signInLinkSchema.parse(body)));
  }

  invitations(): Observable<Invitation[]> {
    return this.http.get('/api/invitations').pipe(map((body) => z.array(invitationSchema).parse(body)));
  }

  invite(invite: Invite): Observable<SignInLink> {
    return this.http.post('/api/invitations', invite).pipe(map((body) => signInLinkSchema.parse(body)));
  }

  endInvitation(id: number): Observable<unknown> {
    return this.http.delete(`/api/invitations/${id}`);
  }
}
