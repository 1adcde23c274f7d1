import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  triedLabelsSchema,
  triedReplySchema,
  type TriedLabels,
  type TriedReply,
  type TryReply,
} from '@moodline/assistants/contract';
import { EventStreamClient } from '@moodline/shared/ui';
import type { TextPiece } from './text-stream';
import { map, type Observable } from 'rxjs';
import { roleSummarySchema, type RoleSummary } from '@moodline/sentiment/contract';
import * as z from 'zod';

const rolesSchema = z.array(roleSummarySchema);
const pieceSchema = z.object({ text: z.string() });

/** What comes while the companion answers: pieces of its text, then the whole reply. */
export type ReplyEvent = TextPiece | { readonly reply: TriedReply };

/** Texts that are tried, in the API. */
@Injectable({ providedIn: 'root' })
export class TryClient {
  private readonly http = inject(HttpClient);
  private readonly streams = inject(EventStreamClient);

  labels(texts: readonly string[]): Observable<TriedLabels> {
    return this.http.post('/api/try/labels', { texts }).pipe(map((body) => triedLabelsSchema.parse(body)));
  }

  /** Roles that the workspace made itself. */
  ownRoles(): Observable<RoleSummary[]> {
    return this.http.get('/api/roles').pipe(map((body) => rolesSchema.parse(body).filter(({ own }) => own)));
  }

  /** Aborting the signal stops the model. @throws HttpErrorResponse */
  async *reply(asked: TryReply, signal: AbortSignal): AsyncGenerator<ReplyEvent> {
    for await (const { event, data } of this.streams.post('/api/try/reply', asked, { last: 'done', signal })) {
      if (event === 'piece') yield { piece: pieceSchema.parse(JSON.parse(data)).text };
      if (event === 'done') yield { reply: triedReplySchema.parse(JSON.parse(data)) };
    }
  }
}
