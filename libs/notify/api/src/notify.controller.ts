import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import {
  channelSchema,
  channelTestSchema,
  createChannelSchema,
  deliveryPageSchema,
  deliveryQuerySchema,
  testChannelSchema,
  updateChannelSchema,
  type Channel,
  type ChannelTest,
  type CreateChannel,
  type DeliveryPage,
  type DeliveryQuery,
  type TestChannel,
  type UpdateChannel,
} from '@moodline/notify/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import * as z from 'zod';
import { ChannelEditor } from './channel-editor';
import { ChannelTester } from './channel-tester';
import { ChannelRepository } from './channel.repository';
import { DeliveryLog } from './delivery/delivery-log.repository';
import { DeliveryRepository } from './delivery/delivery.repository';

@Controller()
export class NotifyController {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly editor: ChannelEditor,
    private readonly tester: ChannelTester,
    private readonly log: DeliveryLog,
    private readonly deliveries: DeliveryRepository,
  ) {}

  /** Ways to tell people. Secrets are shown by name only. */
  @Get('channels')
  @Answers(z.array(channelSchema))
  @RequirePermission('channels.read')
  all(@CurrentActor() actor: Actor): Promise<Channel[]> {
    return this.channels.list(actor.workspaceId);
  }

  /** Adds a channel. Which settings it takes depends on its kind. */
  @Post('channels')
  @Answers(channelSchema)
  @RequirePermission('channels.write')
  create(@CurrentActor() actor: Actor, @ZodBody(createChannelSchema) channel: CreateChannel): Promise<Channel> {
    return this.editor.create(actor.workspaceId, channel);
  }

  /** Changes a channel. Secrets that are not given stay as they are. */
  @Patch('channels/:id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('channels.write')
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(updateChannelSchema) change: UpdateChannel,
  ): Promise<void> {
    return this.editor.update(actor.workspaceId, id, change);
  }

  /** Removes a channel with its secrets; what waits for it is given up. */
  @Delete('channels/:id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('channels.write')
  remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.channels.remove(actor.workspaceId, id);
  }

  /** Sends a test message now and says what went wrong. */
  @Post('channels/:id/test')
  @Answers(channelTestSchema)
  @HttpCode(200)
  @RequirePermission('channels.write')
  test(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(testChannelSchema) { language }: TestChannel,
  ): Promise<ChannelTest> {
    return this.tester.test(actor.workspaceId, id, language);
  }

  /** What was told, newest first. */
  @Get('deliveries')
  @Answers(deliveryPageSchema)
  @RequirePermission('channels.read')
  page(@CurrentActor() actor: Actor, @ZodQuery(deliveryQuerySchema) query: DeliveryQuery): Promise<DeliveryPage> {
    return this.log.page(actor.workspaceId, query);
  }

  /** Sends again what failed, or what may have failed. */
  @Post('deliveries/:id/retry')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('channels.write')
  again(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.deliveries.again(actor.workspaceId, id);
  }
}
