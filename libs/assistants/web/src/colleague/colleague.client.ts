import { inject, Injectable } from '@angular/core';
import { noteDraftSchema, type NoteDraft, type NoteDraftRequest } from '@moodline/assistants/contract';
import { EventStreamClient } from '@moodline/shared/ui';
import type { TextPiece } from '../text-stream';
import * as z from 'zod';

const pieceSchema = z.object({ text: z.string() });

/** What comes while a text is made of notes: pieces of the model's first attempt, then the checked text. */
export type NoteDraftEvent = TextPiece | { readonly draft: NoteDraft };

/** Texts made of notes, in the API. */
@Injectable({ providedIn: 'root' })
export class ColleagueClient {
  private readonly streams = inject(EventStreamClient);

  /** Aborting the signal stops the model. @throws HttpErrorResponse */
  async *draft(request: NoteDraftRequest, signal: AbortSignal): AsyncGenerator<NoteDraftEvent> {
    for await (const { event, data } of this.streams.post('/api/colleague/draft', request, { last: 'done', signal })) {
      if (event === 'piece') yield { piece: pieceSchema.parse(JSON.parse(data)).text };
      if (event === 'done') yield { draft: noteDraftSchema.parse(JSON.parse(data)) };
    }
  }
}
