import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { CommentsModule } from '@moodline/comments/api';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { BackfillDesk } from './backfill-desk';
import { BackfillController } from './backfill.controller';
import { BackfillRepository } from './backfill.repository';
import { ConnectorRegistry } from './connectors/connector-registry';
import { HttpLine } from './connectors/http/http-line';
import { CrawlQueue } from './crawl-queue.repository';
import { CrawlScheduler } from './crawl-scheduler';
import { CrawlRepository } from './crawl.repository';
import { DemoController } from './demo/demo.controller';
import { DemoRepository } from './demo/demo.repository';
import { DemoSeeder } from './demo/demo-seeder';
import { HookDesk } from './hooks/hook-desk';
import { HookRepository } from './hooks/hook.repository';
import { HooksController } from './hooks/hooks.controller';
import { FileImporter } from './import/file-importer';
import { ImportsController } from './import/imports.controller';
import { InboxImporter } from './inbox/inbox-importer';
import { InboxWorkspaceQuery } from './inbox/inbox-workspace.query';
import { MappingRepository } from './import/mapping.repository';
import { MappingsController } from './import/mappings.controller';
import { CrawlJob } from './jobs/crawl.job';
import { InboxJob } from './jobs/inbox.job';
import { SourceListQuery } from './queries/source-list.query';
import { RemovalRepository } from './removal.repository';
import { RunProgressReports } from './run-progress';
import { RunUndo } from './run-undo';
import { RunRepository } from './runs.repository';
import { ScheduleController } from './schedule.controller';
import { SourceAccess } from './source-access';
import { SourceCrawler } from './source-crawler';
import { SourceDesk } from './source-desk';
import { SourceRemoval } from './source-removal';
import { SourcesController } from './sources.controller';
import { SourceRepository } from './sources.repository';

/** Where comments come from: files that are imported, sites that are read on a schedule, and the demo. */
@Module({
  imports: [CommentsModule, ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 60 }] })],
  controllers: [
    SourcesController,
    ScheduleController,
    BackfillController,
    ImportsController,
    MappingsController,
    HooksController,
    DemoController,
  ],
  providers: [
    ...[
      SourceRepository,
      RunRepository,
      CrawlRepository,
      BackfillRepository,
      RemovalRepository,
      DemoRepository,
      SourceListQuery,
    ],
    ...[
      FileImporter,
      MappingRepository,
      RunUndo,
      SourceDesk,
      BackfillDesk,
      DemoSeeder,
      RunProgressReports,
      HookRepository,
      HookDesk,
    ],
    ...[InboxWorkspaceQuery, InboxImporter, InboxJob],
    ...[ConnectorRegistry, SourceAccess, SourceRemoval, CrawlQueue, CrawlScheduler, SourceCrawler, CrawlJob],
    { provide: HttpLine, useFactory: (settings: Settings) => HttpLine.of(settings), inject: [SETTINGS] },
  ],
  exports: [DemoSeeder],
})
export class SourcesModule {}
