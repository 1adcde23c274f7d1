import { Module } from '@nestjs/common';
import { SecretsModule } from '@moodline/shared/secrets';
import { ChannelEditor } from './channel-editor';
import { ChannelTester } from './channel-tester';
import { ChannelRepository } from './channel.repository';
import { Deliverer } from './delivery/deliverer';
import { DeliveryLog } from './delivery/delivery-log.repository';
import { DeliveryJob } from './delivery/delivery.job';
import { DeliveryRepository } from './delivery/delivery.repository';
import { Letters } from './delivery/letters';
import { NotifyLine } from './line/notify-line';
import { NotifyController } from './notify.controller';

/** Tells people by the channels that an owner sets up. */
@Module({
  imports: [SecretsModule],
  controllers: [NotifyController],
  providers: [
    ChannelRepository,
    ChannelEditor,
    ChannelTester,
    DeliveryRepository,
    DeliveryLog,
    Letters,
    Deliverer,
    DeliveryJob,
    NotifyLine,
  ],
  exports: [DeliveryRepository, Letters],
})
export class NotifyModule {}
