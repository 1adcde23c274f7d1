import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import type { DemoSize } from '@moodline/sources/contract';
import { RunProgressReports } from '../runs/run-progress';
import { SourceRepository } from '../sources/sources.repository';
import { DEMO_SOURCES, readDemoComments } from './demo-comments';
import { DemoMonitors } from './demo-monitors';
import { DemoSizeQuery } from './demo-size.query';
import { DemoRepository } from './demo.repository';

/** Fills a new installation with a fictional brand: sixty days of comments with one crisis among them, and what is watched in them. */
@Injectable()
export class DemoSeeder {
  constructor(
    private readonly sources: SourceRepository,
    private readonly comments: CommentRepository,
    private readonly demo: DemoRepository,
    private readonly sizes: DemoSizeQuery,
    private readonly monitors: DemoMonitors,
    private readonly reports: RunProgressReports,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Does nothing where any source exists, and never twice: a demo that was removed stays away. */
  async seed(workspaceId: number): Promise<void> {
    const mark = join(this.settings.dataDir, 'demo-seeded');
    if (existsSync(mark) || (await this.sources.any(workspaceId))) return;
    await this.fill(workspaceId);
    mkdirSync(this.settings.dataDir, { recursive: true });
    writeFileSync(mark, `${new Date().toISOString()}\n`);
  }

  /** Brings the demo back beside whatever is there, as on the first day; corrections of it are not kept. */
  async restore(workspaceId: number): Promise<void> {
    if ((await this.sources.idsOfKind(workspaceId, 'demo')).length) return;
    await this.fill(workspaceId);
    this.reports.changed(workspaceId, 'imported');
  }

  /** What would go with the demo. */
  size(workspaceId: number): Promise<DemoSize> {
    return this.sizes.of(workspaceId);
  }

  private async fill(workspaceId: number): Promise<void> {
    const folder = join(this.settings.rootDir, 'prisma/seed/demo');
    const comments = readDemoComments(folder, await this.comments.timeZone(workspaceId), new Date());
    const named = new Map([...comments].map(([source, entries]) => [DEMO_SOURCES[source], entries]));
    // Before the comments, which are matched as they are stored.
    await this.monitors.add(workspaceId);
    await this.demo.store(workspaceId, named);
  }
}
