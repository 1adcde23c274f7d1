import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  recoveryCodesSchema,
  secondFactorSchema,
  secondFactorSetupSchema,
  type RecoveryCodes,
  type SecondFactorSetup,
  type SecondFactorState,
} from '@moodline/accounts/contract';
import { map, type Observable } from 'rxjs';

const PATH = '/api/account/second-factor';

/** The part of the API about codes of an authenticator app. */
@Injectable({ providedIn: 'root' })
export class SecondFactorClient {
  private readonly http = inject(HttpClient);

  state(): Observable<SecondFactorState> {
    return this.http.get(PATH).pipe(map((body) => secondFactorSchema.parse(body)));
  }

  begin(currentPassword: string): Observable<SecondFactorSetup> {
    return this.http.post(PATH, { currentPassword }).pipe(map((body) => secondFactorSetupSchema.parse(body)));
  }

  confirm(code: string): Observable<RecoveryCodes> {
    return this.http.post(`${PATH}/confirm`, { code }).pipe(map((body) => recoveryCodesSchema.parse(body)));
  }

  turnOff(currentPassword: string): Observable<unknown> {
    return this.http.post(`${PATH}/off`, { currentPassword });
  }
}
