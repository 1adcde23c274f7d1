import { type DynamicModule, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { CommentsModule } from '@moodline/comments/api';
import { SourceAnswersModule } from './answers/source-answers.module';
import { BackfillControl } from './backfill/backfill-control';
import { BackfillController } from './backfill/backfill.controller';
import { BackfillRepository } from './backfill/backfill.repository';
import { CrawlQueue } from './runs/crawl-queue.repository';
import { CrawlScheduler } from './runs/crawl-scheduler';
import { CrawlRepository } from './runs/crawl.repository';
import { DemoController } from './demo/demo.controller';
import { DemoRepository } from './demo/demo.repository';
import { DemoSizeQuery } from './demo/demo-size.query';
import { DemoMonitors } from './demo/demo-monitors';
import { DemoSeeder } from './demo/demo-seeder';
import { HookReceiver } from './hooks/hook-receiver';
import { SeenDeliveries } from './hooks/seen-deliveries';
import { HookRepository } from './hooks/hook.repository';
import { HooksController } from './hooks/hooks.controller';
import { FileImporter } from './import/file-importer';
import { ImportsController } from './import/imports.controller';
import { InboxImporter } from './inbox/inbox-importer';
import { InboxWorkspaceQuery } from './inbox/inbox-workspace.query';
import { ReaderThreads } from './import/reader-threads';
import { ReadersHere } from './import/readers-here';
import { RowReaders } from './import/row-reading';
import { MappingRepository } from './import/mapping.repository';
import { MappingsController } from './import/mappings.controller';
import { CrawlJob } from './runs/crawl.job';
import { InboxJob } from './inbox/inbox.job';
import { SourceListQuery } from './queries/source-list.query';
import { RemovalRepository } from './sources/removal.repository';
import { RunProgressReports } from './runs/run-progress';
import { RunUndo } from './runs/run-undo';
import { RunPruning } from './runs/run-pruning.repository';
import { RunUndoRepository } from './runs/run-undo.repository';
import { RunRepository } from './runs/runs.repository';
import { ScheduleController } from './runs/schedule.controller';
import { SourceCrawler } from './runs/source-crawler';
import { SourceEditor } from './sources/source-editor';
import { SourceRemoval } from './sources/source-removal';
import { SourcesController } from './sources/sources.controller';

/** Where comments come from: files that are imported, sites that are read on a schedule, and the demo. */
@Module({
  imports: [CommentsModule, SourceAnswersModule, ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 60 }] })],
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
      RunRepository,
      CrawlRepository,
      BackfillRepository,
      RemovalRepository,
      DemoRepository,
      DemoSizeQuery,
      SourceListQuery,
    ],
    ...[
      FileImporter,
      MappingRepository,
      RunUndo,
      RunUndoRepository,
      SourceEditor,
      BackfillControl,
      DemoMonitors,
      DemoSeeder,
      RunProgressReports,
      HookRepository,
      HookReceiver,
      SeenDeliveries,
    ],
    ...[InboxWorkspaceQuery, InboxImporter, InboxJob],
    ...[SourceRemoval, CrawlQueue, CrawlScheduler, SourceCrawler, RunPruning, CrawlJob],
    { provide: RowReaders, useClass: ReadersHere },
  ],
  exports: [DemoSeeder],
})
export class SourcesModule {
  /** Files are read in threads of their own. @param readerEntry built script of such a thread, `import-thread.js` beside `main.js` */
  static withThreads(readerEntry: string): DynamicModule {
    return {
      module: SourcesModule,
      providers: [{ provide: RowReaders, useFactory: () => new ReaderThreads(readerEntry) }],
    };
  }
}
