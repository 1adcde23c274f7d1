import { EventStream, type Actor } from '@moodline/shared/http';
import type { Response } from 'express';
import type { ReplyListener } from './try/text-trial';

/**
 * Answers with what the model writes: each piece and the whole (`piece`, `done`) where the client accepts `text/event-stream`, else the whole
 * as JSON. The model stops when the client goes away.
 */
export async function streamed<T>(
  actor: Actor,
  response: Response,
  write: (listener: ReplyListener) => Promise<T>,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const streams = response.req.headers.accept?.includes('text/event-stream') ?? false;
  let stream: EventStream | null = null;
  const send = (type: string, data: unknown) =>
    (stream ??= new EventStream(response, actor.stillThere)).send(type, data);
  const whole = await write({
    signal: gone.signal,
    onPiece: (piece) => streams && send('piece', { text: piece }),
  });
  if (!streams) return void response.json(whole);
  send('done', whole);
  (stream as EventStream | null)?.end();
}
