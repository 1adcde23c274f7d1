import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { EvaluationNews } from '../evaluation/evaluation-news';
import { EvaluationRunner } from '../evaluation/evaluation-runner';

const IDLE_MS = 1000;
const RETRY_MS = 5000;

/** Works on evaluations as they are planned, in processes that are workers, and tells how far they are in all. */
@Injectable()
export class EvaluationJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(EvaluationJob.name);
  private readonly stop = new AbortController();
  private lane: Promise<void> = Promise.resolve();
  private publishing = false;

  constructor(
    private readonly runner: EvaluationRunner,
    private readonly news: EvaluationNews,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.lane = this.work();
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.lane;
  }

  @Interval(1000)
  async publish(): Promise<void> {
    if (this.publishing || this.stop.signal.aborted) return;
    this.publishing = true;
    try {
      await this.news.publish();
    } catch (error) {
      this.logger.warn(`News of evaluations wait: ${(error as Error).message}`);
    } finally {
      this.publishing = false;
    }
  }

  private async work(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      try {
        if (!(await this.runner.runNext(signal))) await idle(IDLE_MS, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.logger.error(`Evaluating goes on in ${RETRY_MS / 1000} s: ${(error as Error).message}`);
        await idle(RETRY_MS, signal);
      }
    }
  }
}

/** Waits a while, or until it is stopped. */
const idle = (milliseconds: number, signal: AbortSignal) =>
  pause(milliseconds, undefined, { signal }).catch(() => undefined);
