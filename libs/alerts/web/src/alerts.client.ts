import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  alertNoteSchema,
  alertPageSchema,
  alertPersonSchema,
  alertPreviewSchema,
  alertRuleSchema,
  type AlertNote,
  type AlertPage,
  type AlertPerson,
  type AlertPreview,
  type AlertQuery,
  type AlertRule,
  type AlertWatch,
  type SaveAlertRule,
  type UpdateAlert,
} from '@moodline/alerts/contract';
import { filterChoicesSchema, type FilterChoices } from '@moodline/comments/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

/** The alerts part of the API. */
@Injectable({ providedIn: 'root' })
export class AlertsClient {
  private readonly http = inject(HttpClient);

  page(query: Partial<AlertQuery> = {}): Observable<AlertPage> {
    return this.http.get('/api/alerts', { params: { ...query } }).pipe(map((body) => alertPageSchema.parse(body)));
  }

  update(id: number, change: UpdateAlert): Observable<unknown> {
    return this.http.patch(`/api/alerts/${id}`, change);
  }

  people(): Observable<AlertPerson[]> {
    return this.http.get('/api/alerts/people').pipe(map((body) => z.array(alertPersonSchema).parse(body)));
  }

  notes(id: number): Observable<AlertNote[]> {
    return this.http.get(`/api/alerts/${id}/notes`).pipe(map((body) => z.array(alertNoteSchema).parse(body)));
  }

  addNote(id: number, text: string): Observable<unknown> {
    return this.http.post(`/api/alerts/${id}/notes`, { text });
  }

  rules(): Observable<AlertRule[]> {
    return this.http.get('/api/alert-rules').pipe(map((body) => z.array(alertRuleSchema).parse(body)));
  }

  create(rule: SaveAlertRule): Observable<unknown> {
    return this.http.post('/api/alert-rules', rule);
  }

  save(id: number, rule: SaveAlertRule): Observable<unknown> {
    return this.http.put(`/api/alert-rules/${id}`, rule);
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/alert-rules/${id}`);
  }

  /** Null ends it. */
  mute(id: number, hours: number | null): Observable<unknown> {
    return this.http.post(`/api/alert-rules/${id}/mute`, { hours });
  }

  preview(watch: AlertWatch): Observable<AlertPreview> {
    return this.http.post('/api/alert-rules/preview', watch).pipe(map((body) => alertPreviewSchema.parse(body)));
  }

  /** Sources and monitors that a rule can watch. */
  choices(): Observable<FilterChoices> {
    return this.http.get('/api/filter-choices').pipe(map((body) => filterChoicesSchema.parse(body)));
  }
}
