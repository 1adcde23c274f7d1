import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Beat } from '@moodline/shared/work';
import { Essays } from './essay.repository';
import { FormerKeepersQuery } from './former-keepers.query';

const LOOK_MS = 60_000;

/** Takes the essays of people away who are no members any more: nobody else could see or remove them. Runs in processes that are workers. */
@Injectable()
export class EssayRemovalJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly beat: Beat;

  constructor(
    private readonly essays: Essays,
    private readonly formerKeepers: FormerKeepersQuery,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.beat = new Beat(() => this.removeOfFormer(), { name: 'Removing essays', everyMs: LOOK_MS });
  }

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.beat.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.beat.stop();
  }

  async removeOfFormer(): Promise<void> {
    for (const keeper of await this.formerKeepers.all()) await this.essays.removeAll(keeper);
  }
}
