import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { Beat, eachInTurn } from '@moodline/shared/work';
import { CommentForgetter } from '../comment-forgetter';
import { RetentionKeeper } from '../retention-keeper';

/** Every night, and at the start, texts that are too old go, and what was to be forgotten and was cut off is gone on with. */
@Injectable()
export class PrivacyJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly erasing: Beat;

  constructor(
    forgetter: CommentForgetter,
    retention: RetentionKeeper,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    const tasks = [
      (signal: AbortSignal) => forgetter.resume(signal),
      (signal: AbortSignal) => retention.applyAll(new Date(), signal),
    ];
    // The clock is that of the night, so it is not started.
    this.erasing = new Beat((signal) => eachInTurn(tasks, (task) => task(signal)), {
      name: 'Erasing what is too old or forgotten',
      everyMs: Number.POSITIVE_INFINITY,
    });
  }

  onApplicationBootstrap(): void {
    void this.run();
  }

  /** The slice at work is brought to its end; the next start goes on from there. */
  async onModuleDestroy(): Promise<void> {
    await this.erasing.stop();
  }

  @Cron('0 17 3 * * *')
  async run(): Promise<void> {
    if (this.settings.MOODLINE_ROLES.includes('worker')) await this.erasing.now();
  }
}
