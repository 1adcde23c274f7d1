import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Beat, WorkLoop } from '@moodline/shared/work';
import { Deliverer } from './deliverer';
import { DeliveryRepository } from './delivery.repository';

const HOUR_MS = 3_600_000;

/** Sends what waits, in processes that are workers. */
@Injectable()
export class DeliveryJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: WorkLoop;
  private readonly pruning: Beat;

  constructor(
    deliverer: Deliverer,
    deliveries: DeliveryRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.loop = new WorkLoop((signal) => deliverer.deliverNext(signal), {
      name: 'Delivering notices',
      idleMs: 2_000,
      lanes: 2,
    });
    this.pruning = new Beat(() => deliveries.prune(), { name: 'Removing old deliveries', everyMs: HOUR_MS });
  }

  onApplicationBootstrap(): void {
    if (!this.settings.MOODLINE_ROLES.includes('worker')) return;
    this.loop.start();
    this.pruning.start();
  }

  /** While the database is still there. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.loop.stop(), this.pruning.stop()]);
  }
}
