import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CurrentActor, RequirePermission, type Actor } from './access';
import { AnswersStream } from './answers';
import { EventStream } from './event-stream';
import { ServerEvents } from './server-events';

@Controller('events')
export class ServerEventsController {
  constructor(private readonly events: ServerEvents) {}

  /** Progress and changes as they happen (text/event-stream). */
  @Get()
  @AnswersStream('text/event-stream')
  @RequirePermission('labelling.read')
  stream(@CurrentActor() actor: Actor, @Res() response: Response): void {
    const stream = new EventStream(response, actor.stillThere);
    const subscription = this.events.of(actor.workspaceId).subscribe((event) => stream.send(event.type, event.data));
    stream.signal.addEventListener('abort', () => subscription.unsubscribe());
  }
}
