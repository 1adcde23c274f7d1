import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Beat } from '@moodline/shared/work';
import { ModelBackends } from '../backends/model-backends';

/** A change that another process stored is picked up within this time, in milliseconds. */
const LOOK_EVERY = 3_000;

/** Follows the stored choice of models. */
@Injectable()
export class FollowChoiceJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly look: Beat;

  constructor(backends: ModelBackends) {
    this.look = new Beat(() => backends.follow(), { name: 'Following the choice of models', everyMs: LOOK_EVERY });
  }

  onApplicationBootstrap(): void {
    this.look.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.look.stop();
  }
}
