import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { answerSchema, type ChatEvent, type Question } from '@moodline/chat/contract';
import { filterParams } from '@moodline/comments/web';
import type { CommentFilter } from '@moodline/comments/contract';
import { EventStreamClient, type StreamMessage } from '@moodline/shared/ui';
import { type Theme, type ThemeLanguage, themeListSchema } from '@moodline/trends/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('facts'), data: answerSchema.omit({ sentences: true, seal: true }) }),
  z.object({ type: z.literal('done'), data: answerSchema }),
]);

const URL = '/api/chat';
const MOST_THEMES = 2;

/** A theme that changed, as the panel offers it. */
export type ChangedTheme = Pick<Theme, 'id' | 'name'>;

/** The chat part of the API. */
@Injectable({ providedIn: 'root' })
export class ChatClient {
  private readonly streams = inject(EventStreamClient);
  private readonly http = inject(HttpClient);

  /** The themes that explain most of the change in a period; those with the most comments where nothing is compared. */
  changedThemes(filter: CommentFilter, locale: ThemeLanguage): Observable<ChangedTheme[]> {
    const params = { ...filterParams({ ...filter, theme: undefined }), locale };
    return this.http.get('/api/themes', { params }).pipe(
      map((body) =>
        themeListSchema
          .parse(body)
          .themes.sort((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0))
          .slice(0, MOST_THEMES)
          .map(({ id, name }) => ({ id, name })),
      ),
    );
  }

  /**
   * Asks and yields what comes, until `done`. Aborting the signal ends it on the server too.
   * @throws HttpErrorResponse as HttpClient would: with the API's problem, or status 0 where the connection was refused or lost.
   */
  async *ask(question: Question, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    for await (const message of this.streams.post(URL, question, { last: 'done', signal })) {
      const event = toChatEvent(message);
      if (event) yield event;
    }
  }
}

function toChatEvent({ event, data }: StreamMessage): ChatEvent | null {
  const known = eventSchema.options.some((option) => option.shape.type.value === event);
  return known ? eventSchema.parse({ type: event, data: JSON.parse(data) }) : null;
}
