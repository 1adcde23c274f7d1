import { Injectable } from '@nestjs/common';
import type { CreateFeed, Source, UpdateSource } from '@moodline/sources/contract';
import { CrawlScheduler } from './crawl-scheduler';
import { SourceListQuery } from './queries/source-list.query';
import { RemovalRepository } from './removal.repository';
import { RunProgressReports } from './run-progress';
import { nextRunAt } from './schedule';
import { NotAFeedError } from './sources.errors';
import { SourceRepository } from './sources.repository';

/** What people do with sources. */
@Injectable()
export class SourceDesk {
  constructor(
    private readonly sources: SourceRepository,
    private readonly list: SourceListQuery,
    private readonly removal: RemovalRepository,
    private readonly scheduler: CrawlScheduler,
    private readonly reports: RunProgressReports,
  ) {}

  /** Adds a feed and starts its first run. */
  async addFeed(workspaceId: number, feed: CreateFeed): Promise<Source> {
    const id = await this.sources.createFeed(workspaceId, feed);
    await this.scheduler.runNow(await this.sources.find(workspaceId, id));
    return this.list.one(workspaceId, id);
  }

  /** A source that goes on after a pause is due at once; a new schedule counts from now. */
  async change(workspaceId: number, id: number, change: UpdateSource): Promise<Source> {
    const source = await this.sources.find(workspaceId, id);
    if (source.kind !== 'feed' && (change.schedule || change.paused !== undefined)) throw new NotAFeedError();
    const now = new Date();
    const nextRun = change.paused === false ? now : change.schedule ? nextRunAt(change.schedule, now) : undefined;
    await this.sources.update(workspaceId, id, { ...change, nextRunAt: nextRun });
    return this.list.one(workspaceId, id);
  }

  /** Removes a source with everything it brought. */
  async remove(workspaceId: number, id: number): Promise<void> {
    await this.removal.removeSource(workspaceId, id);
    this.reports.changed(workspaceId, 'source-removed');
  }

  /** Removes the demo: its sources and everything of theirs. */
  async removeDemo(workspaceId: number): Promise<void> {
    for (const id of await this.sources.idsOfKind(workspaceId, 'demo')) await this.removal.removeSource(workspaceId, id);
    this.reports.changed(workspaceId, 'demo-removed');
  }
}
