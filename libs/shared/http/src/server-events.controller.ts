import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CurrentActor, RequirePermission, type Actor } from './access';
import { AnswersStream } from './answers';
import { AtOnce } from './at-once';
import { EventStream } from './event-stream';
import { ServerEvents } from './server-events';

@Controller('events')
export class ServerEventsController {
  /** Each open tab of a browser has one. */
  private readonly streams = new AtOnce(20);

  constructor(private readonly events: ServerEvents) {}

  /** Progress and changes as they happen (text/event-stream). */
  @Get()
  @AnswersStream('text/event-stream')
  @RequirePermission('labelling.read')
  stream(@CurrentActor() actor: Actor, @Res() response: Response): void {
    const end = this.streams.begin(actor);
    const stream = new EventStream(response, actor.stillThere);
    const subscription = this.events.of(actor.workspaceId).subscribe((event) => stream.send(event.type, event.data));
    stream.signal.addEventListener('abort', () => {
      end();
      subscription.unsubscribe();
    });
  }
}
