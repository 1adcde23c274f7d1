import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  snippetSchema,
  supportDraftSchema,
  triageSchema,
  type SaveAnswer,
  type SaveSnippet,
  type SendAnswer,
  type Snippet,
  type SupportDraft,
  type Tone,
  type Triage,
  type TriageQuery,
  type TriageSettings,
} from '@moodline/assistants/contract';
import { workChangedSchema, type WorkChanged, type Worked } from '@moodline/comments/contract';
import { EventStreamClient } from '@moodline/shared/ui';
import type { TextPiece } from './text-stream';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

const pieceSchema = z.object({ text: z.string() });

/** What comes while a draft is written: pieces of the model's text, then the checked draft. */
export type DraftEvent = TextPiece | { readonly draft: SupportDraft };

/** Triage in the API. */
@Injectable({ providedIn: 'root' })
export class TriageClient {
  private readonly http = inject(HttpClient);
  private readonly streams = inject(EventStreamClient);

  read({ show, assignee, limit }: TriageQuery): Observable<Triage> {
    const params = { show, limit, ...(assignee && { assignee }) };
    return this.http.get('/api/triage', { params }).pipe(map((body) => triageSchema.parse(body)));
  }

  saveSettings(settings: TriageSettings): Observable<unknown> {
    return this.http.put('/api/triage/settings', settings);
  }

  /** Aborting the signal stops the model. @throws HttpErrorResponse */
  async *draft(id: number, tone: Tone, signal: AbortSignal): AsyncGenerator<DraftEvent> {
    for await (const { event, data } of this.streams.post(
      `/api/triage/${id}/draft`,
      { tone },
      { last: 'done', signal },
    )) {
      if (event === 'piece') yield { piece: pieceSchema.parse(JSON.parse(data)).text };
      if (event === 'done') yield { draft: supportDraftSchema.parse(JSON.parse(data)) };
    }
  }

  answer(id: number, answer: SaveAnswer): Observable<WorkChanged> {
    return this.http.put(`/api/triage/${id}/answer`, answer).pipe(map((body) => workChangedSchema.parse(body)));
  }

  /** Publishes an answer at the source of the comment. */
  send(id: number, answer: SendAnswer): Observable<unknown> {
    return this.http.post(`/api/triage/${id}/send`, answer);
  }

  removeAnswer(id: number): Observable<unknown> {
    return this.http.delete(`/api/triage/${id}/answer`);
  }

  /** Puts comments back to where they stood. */
  restore(before: readonly Worked[]): Observable<unknown> {
    return this.http.put('/api/work/comments', { changes: before });
  }

  snippets(): Observable<Snippet[]> {
    return this.http.get('/api/triage/snippets').pipe(map((body) => z.array(snippetSchema).parse(body)));
  }

  saveSnippet(id: number | null, snippet: SaveSnippet): Observable<unknown> {
    return id === null
      ? this.http.post('/api/triage/snippets', snippet)
      : this.http.put(`/api/triage/snippets/${id}`, snippet);
  }

  removeSnippet(id: number): Observable<unknown> {
    return this.http.delete(`/api/triage/snippets/${id}`);
  }
}
