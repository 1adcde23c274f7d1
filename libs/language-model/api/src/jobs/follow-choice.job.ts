import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ModelBackends } from '../backends/model-backends';

/** A change that another process stored is picked up within this time, in milliseconds. */
const LOOK_EVERY = 3_000;

/** Follows the stored choice of models. */
@Injectable()
export class FollowChoiceJob {
  private readonly logger = new Logger('LanguageModel');
  private silent = false;

  constructor(private readonly backends: ModelBackends) {}

  @Interval(LOOK_EVERY)
  async follow(): Promise<void> {
    try {
      await this.backends.follow();
      this.silent = false;
    } catch (error) {
      // A database that is away for a while is told of once.
      if (!this.silent) this.logger.warn(`The choice of models could not be read: ${(error as Error).message}`);
      this.silent = true;
    }
  }
}
