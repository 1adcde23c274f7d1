import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { CommentForgetter } from '../comment-forgetter';
import { RetentionKeeper } from '../retention-keeper';

/** Every night, and at the start, texts that are too old go, and what was to be forgotten and was cut off is gone on with. */
@Injectable()
export class PrivacyJob implements OnApplicationBootstrap {
  private readonly logger = new Logger(PrivacyJob.name);

  constructor(
    private readonly forgetter: CommentForgetter,
    private readonly retention: RetentionKeeper,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    void this.run();
  }

  @Cron('0 17 3 * * *')
  async run(): Promise<void> {
    if (!this.settings.MOODLINE_ROLES.includes('worker')) return;
    try {
      await this.forgetter.resume();
      await this.retention.applyAll();
    } catch (error) {
      this.logger.error(`The next night tries again: ${(error as Error).message}`);
    }
  }
}
