import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { backupsSchema, type Backups, type ChangeBackupPlan } from '@moodline/backups/contract';
import { map, type Observable } from 'rxjs';

/** The backups part of the API. */
@Injectable({ providedIn: 'root' })
export class BackupsClient {
  private readonly http = inject(HttpClient);

  state(): Observable<Backups> {
    return this.http.get('/api/backups').pipe(map((body) => backupsSchema.parse(body)));
  }

  change(plan: ChangeBackupPlan): Observable<Backups> {
    return this.http.put('/api/backups/plan', plan).pipe(map((body) => backupsSchema.parse(body)));
  }

  /** Begins one; the answer says that it runs. */
  begin(): Observable<Backups> {
    return this.http.post('/api/backups', {}).pipe(map((body) => backupsSchema.parse(body)));
  }
}
