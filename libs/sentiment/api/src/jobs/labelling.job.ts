import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { LabellingProgress } from '../labelling-progress';
import { SentimentLabeller } from '../sentiment-labeller';
import { WorkspaceList } from '../workspace-list.query';
import { pause } from './pause';

/** Two batches are on their way at once: while one is stored and the next is read, the model works on the other. */
const LANES = 2;
const IDLE_MS = 1000;
const RETRY_MS = 5000;

/** Keeps the labeller busy while comments wait. */
@Injectable()
export class LabellingJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LabellingJob.name);
  private readonly stop = new AbortController();
  private lanes: Promise<void>[] = [];

  constructor(
    private readonly labeller: SentimentLabeller,
    private readonly progress: LabellingProgress,
    private readonly workspaces: WorkspaceList,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.MOODLINE_ROLES.includes('worker')) this.lanes = Array.from({ length: LANES }, () => this.work());
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await Promise.all(this.lanes);
  }

  @Interval(1000)
  async publish(): Promise<void> {
    if (this.stop.signal.aborted) return;
    for (const id of await this.workspaces.ids()) await this.progress.publish(id);
  }

  private async work(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      try {
        if (!(await this.labeller.labelNext(signal))) await pause(IDLE_MS, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.logger.error(`Labelling goes on in ${RETRY_MS / 1000} s: ${(error as Error).message}`);
        await pause(RETRY_MS, signal);
      }
    }
  }
}
