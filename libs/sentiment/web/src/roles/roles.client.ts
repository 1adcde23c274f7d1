import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  addedRoleSchema,
  evaluationChangesSchema,
  roleRanSchema,
  roleSchema,
  roleSummarySchema,
  trialAnswerSchema,
  type EvaluationChanges,
  type NewRole,
  type RoleRan,
  type RoleRun,
  type Role,
  type RoleSummary,
  type RoleTrial,
  type TrialAnswer,
} from '@moodline/sentiment/contract';
import { EventStreamClient } from '@moodline/shared/ui';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

const rolesSchema = z.array(roleSummarySchema);
const versionSchema = z.object({ version: z.number() });
const pieceSchema = z.object({ text: z.string() });

/** What comes while a role is tried: pieces of a text, then the whole answer. */
export type TrialEvent = { readonly piece: string } | { readonly answer: TrialAnswer };

/** Roles and their prompts in the API. */
@Injectable({ providedIn: 'root' })
export class RolesClient {
  private readonly http = inject(HttpClient);
  private readonly streams = inject(EventStreamClient);

  list(): Observable<RoleSummary[]> {
    return this.http.get('/api/roles').pipe(map((body) => rolesSchema.parse(body)));
  }

  role(name: string): Observable<Role> {
    return this.http.get(url(name)).pipe(map((body) => roleSchema.parse(body)));
  }

  /** Makes a role. @returns its name */
  create(role: NewRole): Observable<string> {
    return this.http.post('/api/roles', role).pipe(map((body) => addedRoleSchema.parse(body).name));
  }

  remove(name: string): Observable<unknown> {
    return this.http.delete(url(name));
  }

  restore(name: string): Observable<unknown> {
    return this.http.post(`${url(name)}/restore`, {});
  }

  /** Runs a role on texts. Unsubscribing stops the model. */
  run(name: string, run: RoleRun): Observable<RoleRan> {
    return this.http.post(`${url(name)}/run`, run).pipe(map((body) => roleRanSchema.parse(body)));
  }

  /** Keeps a draft. @returns its version */
  addVersion(name: string, system: string, note: string): Observable<number> {
    return this.http
      .post(`${url(name)}/versions`, { system, note })
      .pipe(map((body) => versionSchema.parse(body).version));
  }

  activate(name: string, version: number, confirmWithoutEvaluation: boolean): Observable<Role> {
    return this.http
      .post(`${url(name)}/activate`, { version, confirmWithoutEvaluation })
      .pipe(map((body) => roleSchema.parse(body)));
  }

  /** How the labels of two evaluations on the same texts differ. */
  changes(name: string, before: number, after: number): Observable<EvaluationChanges> {
    return this.http
      .get(`${url(name)}/changes`, { params: { before, after } })
      .pipe(map((body) => evaluationChangesSchema.parse(body)));
  }

  /** Tries a version or a prompt on a text. Aborting the signal stops the model. @throws HttpErrorResponse */
  async *try(name: string, trial: RoleTrial, signal: AbortSignal): AsyncGenerator<TrialEvent> {
    for await (const { event, data } of this.streams.post(`${url(name)}/try`, trial, { last: 'done', signal })) {
      if (event === 'piece') yield { piece: pieceSchema.parse(JSON.parse(data)).text };
      if (event === 'done') yield { answer: trialAnswerSchema.parse(JSON.parse(data)) };
    }
  }
}

const url = (name: string) => `/api/roles/${encodeURIComponent(name)}`;
