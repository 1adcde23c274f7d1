import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  coachedEssaySchema,
  essaySummarySchema,
  keptEssaySchema,
  readEssaySchema,
  type CoachedEssay,
  type EssaySummary,
  type KeepEssay,
  type KeptEssay,
  type ReadEssay,
} from '@moodline/assistants/contract';
import { EventStreamClient } from '@moodline/shared/ui';
import type { TextPiece } from './text-stream';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

const pieceSchema = z.object({ text: z.string() });
const keptSchema = z.object({ id: z.number() });
const listSchema = z.array(essaySummarySchema);

/** What comes while the coach writes: pieces of its text, then the advice that passed. */
export type CoachEvent = TextPiece | { readonly coached: CoachedEssay };

/** Essays in the API. */
@Injectable({ providedIn: 'root' })
export class EssaysClient {
  private readonly http = inject(HttpClient);
  private readonly streams = inject(EventStreamClient);

  read(text: string): Observable<ReadEssay> {
    return this.http.post('/api/essays/read', { text }).pipe(map((body) => readEssaySchema.parse(body)));
  }

  /** Aborting the signal stops the model. @throws HttpErrorResponse */
  async *advise(text: string, signal: AbortSignal): AsyncGenerator<CoachEvent> {
    for await (const { event, data } of this.streams.post('/api/essays/advice', { text }, { last: 'done', signal })) {
      if (event === 'piece') yield { piece: pieceSchema.parse(JSON.parse(data)).text };
      if (event === 'done') yield { coached: coachedEssaySchema.parse(JSON.parse(data)) };
    }
  }

  all(): Observable<EssaySummary[]> {
    return this.http.get('/api/essays').pipe(map((body) => listSchema.parse(body)));
  }

  one(id: number): Observable<KeptEssay> {
    return this.http.get(`/api/essays/${id}`).pipe(map((body) => keptEssaySchema.parse(body)));
  }

  /** @returns the number of the essay */
  keep(essay: KeepEssay): Observable<number> {
    return this.http.post('/api/essays', essay).pipe(map((body) => keptSchema.parse(body).id));
  }

  keepVersion(id: number, text: string): Observable<unknown> {
    return this.http.post(`/api/essays/${id}/versions`, { text });
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/essays/${id}`);
  }
}
