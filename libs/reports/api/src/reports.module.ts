import { Module, type OnModuleInit } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { CommentIntake, CommentsModule } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import { NarrationModule } from '@moodline/narration/api';
import { NotifyModule } from '@moodline/notify/api';
import { SecretsModule } from '@moodline/shared/secrets';
import { NARRATOR_ROLE, TrendsModule } from '@moodline/trends/api';
import { ReportContent } from './content/report-content';
import { PinnedChart } from './content/pinned-chart';
import { SnapshotMaker } from './content/snapshot-maker';
import { DigestKeeper } from './digests/digest-keeper';
import { DigestParts } from './digests/digest-parts';
import { DigestRepository } from './digests/digest.repository';
import { DigestsController } from './digests/digests.controller';
import { DigestsJob } from './digests/digests.job';
import { IssueMaker } from './issues/issue-maker';
import { IssuePrivacy } from './issues/issue-privacy';
import { IssueRepository } from './issues/issue.repository';
import { PinRepository } from './issues/pin.repository';
import { ReportEditor } from './issues/report-editor';
import { ReportLetters } from './issues/report-letters';
import { ReportPins } from './issues/report-pins';
import { ReportSender } from './issues/report-sender';
import { ReportRepository } from './issues/report.repository';
import { ReportOutputs } from './outputs/report-outputs';
import { DigestsQuery } from './queries/digests.query';
import { LabelStateQuery } from './queries/label-state.query';
import { QuotedCommentsQuery } from './queries/quoted-comments.query';
import { ReportChannelsQuery } from './queries/report-channels.query';
import { ReportIssuesController } from './report-issues.controller';
import { ReportPinsController } from './report-pins.controller';
import { ReportsController } from './reports.controller';
import { ReportScheduler } from './schedule/report-scheduler';
import { ReportsJob } from './schedule/reports.job';
import { ScheduleRepository } from './schedule/schedule.repository';
import { ReportLinks } from './share/report-links';
import { ShareRepository } from './share/share.repository';
import { SharedReport } from './share/shared-report';
import { Unsubscriber } from './share/unsubscriber';
import { SharedReportsController } from './shared-reports.controller';
import { SummaryFactCollector } from './summary-facts';
import { SummaryWriter } from './summary-writer';
import { SummaryController } from './summary.controller';
import { SummaryRepository } from './summary.repository';

/** Summaries with evidence, and reports that are made, kept and sent. */
@Module({
  imports: [
    ...[CommentsModule, TrendsModule, NarrationModule, NotifyModule, SecretsModule],
    ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 60 }] }),
  ],
  controllers: [
    SummaryController,
    DigestsController,
    ReportsController,
    ReportIssuesController,
    ReportPinsController,
    SharedReportsController,
  ],
  providers: [
    ...[SummaryWriter, SummaryFactCollector, SummaryRepository],
    ...[DigestsQuery, LabelStateQuery, QuotedCommentsQuery, ReportChannelsQuery],
    ...[ReportContent, SnapshotMaker, PinnedChart, ReportOutputs],
    ...[ReportRepository, ReportEditor, IssueRepository, IssueMaker, IssuePrivacy, ReportPins, PinRepository],
    ...[ReportSender, ReportLetters, ReportLinks, ShareRepository, SharedReport, Unsubscriber],
    ...[DigestRepository, DigestKeeper, DigestParts, DigestsJob],
    ...[ScheduleRepository, ReportScheduler, ReportsJob],
  ],
})
export class ReportsModule implements OnModuleInit {
  constructor(
    private readonly intake: CommentIntake,
    private readonly summaries: SummaryRepository,
    private readonly roles: RolePrompts,
  ) {}

  onModuleInit(): void {
    this.intake.onRemoving((transaction, workspaceId) => this.summaries.dropAll(transaction, workspaceId), 'summaries');
    this.intake.onErasing((transaction, workspaceId) => this.summaries.dropAll(transaction, workspaceId), 'summaries');
    this.roles.register(...Object.values(NARRATOR_ROLE));
  }
}
