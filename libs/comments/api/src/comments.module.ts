import { Module, type OnModuleInit } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { loadAuthorKey } from './author-key';
import { AUTHOR_KEY, CommentIntake } from './comment-intake.repository';
import { CommentRepository } from './comment.repository';
import { CommentsController } from './comments.controller';
import { CommentExport } from './export/comment-export';
import { ExportProgressBoard } from './export/export-progress';
import { ExportRowsQuery } from './export/export-rows.query';
import { FilterChoicesController } from './filter-choices/filter-choices.controller';
import { FilterChoicesQuery } from './filter-choices/filter-choices.query';
import { FacetDaysQuery } from './counts/facet-days.query';
import { FilterResolver } from './filter-resolver';
import { ThemeWordsQuery } from './search/theme-words.query';
import { LeavingOutController } from './leaving-out/leaving-out.controller';
import { LeavingOutRepository } from './leaving-out/leaving-out.repository';
import { CommentListQuery } from './list/comment-list.query';
import { CommentTotalQuery } from './list/comment-total.query';
import { CommentMatching } from './monitors/comment-matching.repository';
import { MONITOR_PARTS } from './monitors/monitor-parts';
import { MonitorRematchRepository } from './monitors/monitor-rematch.repository';
import { MonitorRepository } from './monitors/monitor.repository';
import { foldText } from './monitors/text-folding';
import { MonitorsController } from './monitors/monitors.controller';
import { printsOf } from './near-duplicate';
import { PRIVACY_PARTS } from './privacy/privacy-parts';
import { SearchTextJob } from './search/search-text.job';
import { SearchTextRepository } from './search/search-text.repository';
import { GivenTags } from './tags/given-tags.repository';
import { TagCountsQuery } from './tags/tag-counts.query';
import { TagRepository } from './tags/tag.repository';
import { CommentNotes } from './work/comment-note.repository';
import { CommentWork } from './work/comment-work.repository';
import { WorkController } from './work/work.controller';
import { TagsController } from './tags/tags.controller';
import { PrivacyController } from './privacy/privacy.controller';

/** The comment: stored once, masked before it is stored, found again. */
@Module({
  controllers: [
    CommentsController,
    FilterChoicesController,
    LeavingOutController,
    MonitorsController,
    TagsController,
    WorkController,
    PrivacyController,
  ],
  providers: [
    CommentIntake,
    CommentRepository,
    CommentListQuery,
    CommentTotalQuery,
    SearchTextRepository,
    SearchTextJob,
    CommentExport,
    ExportProgressBoard,
    ExportRowsQuery,
    FacetDaysQuery,
    FilterResolver,
    ThemeWordsQuery,
    LeavingOutRepository,
    TagRepository,
    GivenTags,
    TagCountsQuery,
    CommentWork,
    CommentNotes,
    FilterChoicesQuery,
    ...PRIVACY_PARTS,
    ...MONITOR_PARTS,
    { provide: AUTHOR_KEY, useFactory: (settings: Settings) => loadAuthorKey(settings.dataDir), inject: [SETTINGS] },
  ],
  exports: [
    TagRepository,
    GivenTags,
    CommentWork,
    CommentIntake,
    CommentRepository,
    FacetDaysQuery,
    FilterResolver,
    CommentMatching,
    MonitorRematchRepository,
    MonitorRepository,
  ],
})
export class CommentsModule implements OnModuleInit {
  constructor(
    private readonly intake: CommentIntake,
    private readonly matching: CommentMatching,
    private readonly tags: TagRepository,
    private readonly work: CommentWork,
  ) {}

  onModuleInit(): void {
    // Their tables take a quarter of a second to make, which no request is to wait for.
    foldText('');
    printsOf('');
    this.intake.onChanged(
      (transaction, workspaceId, ids) => this.matching.forget(transaction, workspaceId, ids),
      'matches',
    );
    this.intake.onRemoving(
      (transaction, workspaceId, ids) => this.tags.forget(transaction, workspaceId, ids),
      'matches',
    );
    this.intake.onErasing(
      (transaction, workspaceId, ids) => this.tags.forget(transaction, workspaceId, ids),
      'matches',
    );
    this.intake.onGone((transaction, workspaceId, ids) => this.work.forget(transaction, workspaceId, ids), 'matches');
    this.intake.onStored(
      (transaction, workspaceId, ids) => this.matching.matchNew(transaction, workspaceId, ids),
      'matches',
    );
  }
}
