import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  signInBegunSchema,
  signInFinishedSchema,
  signInOfferSchema,
  singleSignOnSchema,
  type BeginSignIn,
  type FinishSignIn,
  type SaveProvider,
  type SignInBegun,
  type SignInFinished,
  type SignInOffer,
  type SingleSignOnState,
} from '@moodline/accounts/contract';
import { map, type Observable } from 'rxjs';

const SIGN_IN = '/api/session/single-sign-on';
const SETTINGS = '/api/single-sign-on';

/** The part of the API about signing in by an identity provider. */
@Injectable({ providedIn: 'root' })
export class SingleSignOnClient {
  private readonly http = inject(HttpClient);

  offer(): Observable<SignInOffer> {
    return this.http.get(SIGN_IN).pipe(map((body) => signInOfferSchema.parse(body)));
  }

  begin(wanted: BeginSignIn): Observable<SignInBegun> {
    return this.http.post(SIGN_IN, wanted).pipe(map((body) => signInBegunSchema.parse(body)));
  }

  finish(proof: FinishSignIn): Observable<SignInFinished> {
    return this.http.post(`${SIGN_IN}/finish`, proof).pipe(map((body) => signInFinishedSchema.parse(body)));
  }

  state(): Observable<SingleSignOnState> {
    return this.http.get(SETTINGS).pipe(map((body) => singleSignOnSchema.parse(body)));
  }

  save(provider: SaveProvider): Observable<SingleSignOnState> {
    return this.http.put(SETTINGS, provider).pipe(map((body) => singleSignOnSchema.parse(body)));
  }

  remove(): Observable<unknown> {
    return this.http.delete(SETTINGS);
  }
}
