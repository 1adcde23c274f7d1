import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  monitorPreviewSchema,
  monitorSchema,
  type CreateMonitor,
  type Monitor,
  type MonitorPreview,
  type MonitorPreviewQuery,
  type UpdateMonitor,
} from '@moodline/comments/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

/** The monitors part of the API. */
@Injectable({ providedIn: 'root' })
export class MonitorsClient {
  private readonly http = inject(HttpClient);

  list(): Observable<Monitor[]> {
    return this.http.get('/api/monitors').pipe(map((body) => z.array(monitorSchema).parse(body)));
  }

  find(id: number): Observable<Monitor> {
    return this.http.get(`/api/monitors/${id}`).pipe(map((body) => monitorSchema.parse(body)));
  }

  create(monitor: CreateMonitor): Observable<Monitor> {
    return this.http.post('/api/monitors', monitor).pipe(map((body) => monitorSchema.parse(body)));
  }

  update(id: number, change: UpdateMonitor): Observable<Monitor> {
    return this.http.patch(`/api/monitors/${id}`, change).pipe(map((body) => monitorSchema.parse(body)));
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/monitors/${id}`);
  }

  /** Undoes a removal. */
  restore(id: number): Observable<unknown> {
    return this.http.post(`/api/monitors/${id}/restore`, null);
  }

  /** What rules would take. Unsubscribing ends the work on the server. */
  preview(asked: MonitorPreviewQuery): Observable<MonitorPreview> {
    return this.http.post('/api/monitors/preview', asked).pipe(map((body) => monitorPreviewSchema.parse(body)));
  }
}
