import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  modelCheckSchema,
  modelDownloadSchema,
  modelSettingsSchema,
  modelsStatusSchema,
  type ModelCheckResult,
  type ModelChoiceInput,
  type ModelDownload,
  type ModelSettings,
  type ModelsStatus,
  type StartDownload,
  type UpdateModelSettings,
} from '@moodline/language-model/contract';
import { map, type Observable } from 'rxjs';

/** The models part of the API. */
@Injectable({ providedIn: 'root' })
export class ModelsClient {
  private readonly http = inject(HttpClient);

  settings(): Observable<ModelSettings> {
    return this.http.get('/api/models/settings').pipe(map((body) => modelSettingsSchema.parse(body)));
  }

  change(change: UpdateModelSettings): Observable<ModelSettings> {
    return this.http.put('/api/models/settings', change).pipe(map((body) => modelSettingsSchema.parse(body)));
  }

  status(): Observable<ModelsStatus> {
    return this.http.get('/api/models/status').pipe(map((body) => modelsStatusSchema.parse(body)));
  }

  /** Unsubscribing ends the check at the server as well. */
  check(choice: ModelChoiceInput): Observable<ModelCheckResult> {
    return this.http.post('/api/models/check', { choice }).pipe(map((body) => modelCheckSchema.parse(body)));
  }

  download(wanted: StartDownload): Observable<ModelDownload> {
    return this.http.post('/api/models/downloads', wanted).pipe(map((body) => modelDownloadSchema.parse(body)));
  }

  cancelDownload(id: number): Observable<unknown> {
    return this.http.delete(`/api/models/downloads/${id}`);
  }
}
