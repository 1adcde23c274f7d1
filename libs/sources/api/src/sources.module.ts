import { Module } from '@nestjs/common';
import { CommentsModule } from '@moodline/comments/api';
import { FeedRequest } from './connectors/feed/feed-request';
import { FeedConnector } from './connectors/feed/feed.connector';
import { CrawlQueue } from './crawl-queue.repository';
import { CrawlScheduler } from './crawl-scheduler';
import { CrawlRepository } from './crawl.repository';
import { DemoController } from './demo/demo.controller';
import { DemoRepository } from './demo/demo.repository';
import { DemoSeeder } from './demo/demo-seeder';
import { FileImporter } from './import/file-importer';
import { ImportUndo } from './import/import-undo';
import { ImportsController } from './import/imports.controller';
import { CrawlJob } from './jobs/crawl.job';
import { SourceListQuery } from './queries/source-list.query';
import { RemovalRepository } from './removal.repository';
import { RunProgressReports } from './run-progress';
import { RunRepository } from './runs.repository';
import { SourceCrawler } from './source-crawler';
import { SourceDesk } from './source-desk';
import { SourcesController } from './sources.controller';
import { SourceRepository } from './sources.repository';

/** Where comments come from: files that are imported, feeds that are read on a schedule, and the demo. */
@Module({
  imports: [CommentsModule],
  controllers: [SourcesController, ImportsController, DemoController],
  providers: [
    ...[SourceRepository, RunRepository, CrawlRepository, RemovalRepository, DemoRepository, SourceListQuery],
    ...[FileImporter, ImportUndo, SourceDesk, DemoSeeder, RunProgressReports],
    ...[FeedRequest, FeedConnector, CrawlQueue, CrawlScheduler, SourceCrawler, CrawlJob],
  ],
  exports: [DemoSeeder],
})
export class SourcesModule {}
