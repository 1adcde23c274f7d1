import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { adoptionEffortSchema, learningSchema, type AdoptionEffort, type Learning } from '@moodline/sentiment/contract';
import { map, type Observable } from 'rxjs';

/** What can be done with a proposal. */
export type ProposalStep = 'adopt' | 'decline';

/** Learning from judgements, in the API. */
@Injectable({ providedIn: 'root' })
export class LearningClient {
  private readonly http = inject(HttpClient);

  read(): Observable<Learning> {
    return this.http.get('/api/learning').pipe(map(parsed));
  }

  /** What putting a proposal in force takes. */
  effort(): Observable<AdoptionEffort> {
    return this.http.get('/api/learning/effort').pipe(map((body) => adoptionEffortSchema.parse(body)));
  }

  /** Lets a worker learn as soon as it can. */
  start(): Observable<Learning> {
    return this.http.post('/api/learning/start', {}).pipe(map(parsed));
  }

  set(automatic: boolean): Observable<Learning> {
    return this.http.put('/api/learning', { automatic }).pipe(map(parsed));
  }

  step(proposal: number, step: ProposalStep): Observable<Learning> {
    return this.http.post(`/api/learning/proposals/${proposal}/${step}`, {}).pipe(map(parsed));
  }
}

const parsed = (body: unknown): Learning => learningSchema.parse(body);
