import { Injectable } from '@nestjs/common';
import type { Backfill } from '@moodline/sources/contract';
import { BackfillRepository } from './backfill.repository';
import { ConnectorRegistry } from '../connectors/connector-registry';
import { CrawlScheduler } from '../runs/crawl-scheduler';
import { NoBackfillError } from '../sources.errors';
import { SourceRepository } from '../sources/sources.repository';

const DAY_MS = 24 * 3_600_000;

/** Takes orders to read what was written before. */
@Injectable()
export class BackfillControl {
  constructor(
    private readonly sources: SourceRepository,
    private readonly connectors: ConnectorRegistry,
    private readonly backfills: BackfillRepository,
    private readonly scheduler: CrawlScheduler,
  ) {}

  /** Begins at once, when the source is not being read. @throws NoBackfillError, BackfillRunningError */
  async start(workspaceId: number, sourceId: number, days: number): Promise<Backfill> {
    const { kind, schedule } = await this.sources.find(workspaceId, sourceId);
    if (!schedule || !this.connectors.find(kind)?.description.backfill) throw new NoBackfillError();
    const until = new Date();
    await this.backfills.start(workspaceId, sourceId, { since: new Date(until.getTime() - days * DAY_MS), until });
    return this.goOn(workspaceId, sourceId);
  }

  /** @throws NoOpenBackfillError */
  async setPaused(workspaceId: number, sourceId: number, paused: boolean): Promise<Backfill> {
    await this.sources.find(workspaceId, sourceId);
    await this.backfills.setPaused(workspaceId, sourceId, paused);
    return this.goOn(workspaceId, sourceId);
  }

  /** What it brought stays. @throws NoOpenBackfillError */
  async cancel(workspaceId: number, sourceId: number): Promise<Backfill> {
    await this.sources.find(workspaceId, sourceId);
    await this.backfills.cancel(workspaceId, sourceId);
    return this.backfills.find(workspaceId, sourceId);
  }

  private async goOn(workspaceId: number, sourceId: number): Promise<Backfill> {
    await this.scheduler.startSlices();
    return this.backfills.find(workspaceId, sourceId);
  }
}
