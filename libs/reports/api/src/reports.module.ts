import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentIntake, CommentsModule } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import { NarrationModule } from '@moodline/narration/api';
import { NARRATOR_ROLE, TrendsModule } from '@moodline/trends/api';
import { LabelStateQuery } from './queries/label-state.query';
import { ReportsController } from './reports.controller';
import { SummaryFactCollector } from './summary-facts';
import { SummaryWriter } from './summary-writer';
import { SummaryRepository } from './summary.repository';

/** Summaries with evidence. */
@Module({
  imports: [CommentsModule, TrendsModule, NarrationModule],
  controllers: [ReportsController],
  providers: [SummaryWriter, SummaryFactCollector, LabelStateQuery, SummaryRepository],
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
