import { inject, Injectable } from '@angular/core';
import { translationSchema, type TranslatedInto, type Translation } from '@moodline/assistants/contract';
import { EventStreamClient } from '@moodline/shared/ui';
import type { TextPiece } from '../text-stream';
import * as z from 'zod';

const pieceSchema = z.object({ text: z.string() });

/** What comes while a comment is translated: pieces of the model's text, then the checked translation. */
export type TranslationEvent = TextPiece | { readonly translation: Translation };

/** Translations in the API. */
@Injectable({ providedIn: 'root' })
export class TranslationClient {
  private readonly streams = inject(EventStreamClient);

  /** Aborting the signal stops the model. @throws HttpErrorResponse */
  async *translate(id: number, into: TranslatedInto, signal: AbortSignal): AsyncGenerator<TranslationEvent> {
    const path = `/api/comments/${id}/translation`;
    for await (const { event, data } of this.streams.post(path, { into }, { last: 'done', signal })) {
      if (event === 'piece') yield { piece: pieceSchema.parse(JSON.parse(data)).text };
      if (event === 'done') yield { translation: translationSchema.parse(JSON.parse(data)) };
    }
  }
}
