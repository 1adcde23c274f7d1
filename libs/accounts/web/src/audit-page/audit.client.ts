import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { auditPageSchema, type AuditEvent, type AuditPage } from '@moodline/accounts/contract';
import { map, type Observable } from 'rxjs';

/** What is asked of the audit trail. */
export interface AuditQuestion {
  readonly q: string;
  readonly action: AuditEvent['action'] | '';
}

/** The part of the API about who did what. */
@Injectable({ providedIn: 'root' })
export class AuditClient {
  private readonly http = inject(HttpClient);

  /** Newest first. @param before id of the last event that is known */
  page({ q, action }: AuditQuestion, before?: number): Observable<AuditPage> {
    const params = { ...(q && { q }), ...(action && { action }), ...(before && { before }) };
    return this.http.get('/api/audit', { params }).pipe(map((body) => auditPageSchema.parse(body)));
  }
}
