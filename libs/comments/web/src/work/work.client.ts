import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  commentNoteSchema,
  commentThreadSchema,
  workChangedSchema,
  workPersonSchema,
  type CommentNote,
  type CommentThread,
  type WorkChange,
  type WorkChanged,
  type WorkPerson,
} from '@moodline/comments/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

/** What the team does with comments, in the API. */
@Injectable({ providedIn: 'root' })
export class WorkClient {
  private readonly http = inject(HttpClient);

  people(): Observable<WorkPerson[]> {
    return this.http.get('/api/work/people').pipe(map((body) => z.array(workPersonSchema).parse(body)));
  }

  /** @returns how the comments stood before, to be sent to undo it */
  change(changes: readonly WorkChange[]): Observable<WorkChanged> {
    return this.http.put('/api/work/comments', { changes }).pipe(map((body) => workChangedSchema.parse(body)));
  }

  thread(id: number): Observable<CommentThread> {
    return this.http.get(`/api/comments/${id}/thread`).pipe(map((body) => commentThreadSchema.parse(body)));
  }

  notes(id: number): Observable<CommentNote[]> {
    return this.http.get(`/api/work/comments/${id}/notes`).pipe(map((body) => z.array(commentNoteSchema).parse(body)));
  }

  addNote(id: number, text: string): Observable<unknown> {
    return this.http.post(`/api/work/comments/${id}/notes`, { text });
  }

  removeNote(note: number): Observable<unknown> {
    return this.http.delete(`/api/work/notes/${note}`);
  }
}
