import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Beat } from '@moodline/shared/work';
import { KEEP_MINUTES, RemovalRepository } from './removal.repository';
import { RunProgressReports } from '../runs/run-progress';
import { SourceRepository } from './sources.repository';

/** How often it is looked whether the time of a source has come, in milliseconds. */
const LOOK_MS = 5_000;

/**
 * Takes sources away with everything they brought. A source leaves ten minutes after somebody removed it: until then its comments are
 * shown and counted, nothing new is read, and it can be kept. Comments then go in the background.
 */
@Injectable()
export class SourceRemoval implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly beat = new Beat((signal) => this.work(signal), {
    name: 'Removing sources',
    everyMs: LOOK_MS,
    atOnce: true,
  });

  constructor(
    private readonly sources: SourceRepository,
    private readonly removal: RemovalRepository,
    private readonly reports: RunProgressReports,
  ) {}

  onApplicationBootstrap(): void {
    this.beat.start();
  }

  /** While the database is still there. */
  async onModuleDestroy(): Promise<void> {
    await this.beat.stop();
  }

  /** Removes a source, in ten minutes or now. */
  async remove(workspaceId: number, id: number, { now }: { readonly now: boolean }): Promise<void> {
    await this.removal.announce(workspaceId, id, now ? 0 : KEEP_MINUTES);
    this.reports.changed(workspaceId, 'source-leaving');
    if (now) void this.beat.now();
  }

  /** Keeps a source that was to be removed. @throws SourceGoneError once the ten minutes are over */
  async keep(workspaceId: number, id: number): Promise<void> {
    await this.removal.keep(workspaceId, id);
    this.reports.changed(workspaceId, 'source-kept');
  }

  /** Removes the demo at once, with everything of its sources: it can be brought back as it was on the first day. */
  async removeDemo(workspaceId: number): Promise<void> {
    for (const id of await this.sources.idsOfKind(workspaceId, 'demo')) {
      await this.removal.announce(workspaceId, id, 0);
      await this.removal.remove({ workspaceId, id });
    }
    this.reports.changed(workspaceId, 'demo-removed');
  }

  private async work(signal: AbortSignal): Promise<void> {
    for (const source of await this.removal.leaving()) {
      if (signal.aborted) return;
      await this.removal.remove(source, signal);
      this.reports.changed(source.workspaceId, 'source-removed');
    }
  }
}
