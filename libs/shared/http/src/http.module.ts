import { Global, Module } from '@nestjs/common';
import { ServerEvents } from './server-events';
import { ServerEventsController } from './server-events.controller';

/** What every domain's HTTP side shares. */
@Global()
@Module({ controllers: [ServerEventsController], providers: [ServerEvents], exports: [ServerEvents] })
export class HttpModule {}
