import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentIntake, CommentsModule } from '@moodline/comments/api';
import { TrendsModule } from '@moodline/trends/api';
import { LabelStateQuery } from './queries/label-state.query';
import { ReportsController } from './reports.controller';
import { SummaryWriter } from './summary-writer';
import { SummaryRepository } from './summary.repository';

/** Summaries with evidence. Needs the language model, which its own module provides to the whole application. */
@Module({
  imports: [CommentsModule, TrendsModule],
  controllers: [ReportsController],
  providers: [SummaryWriter, LabelStateQuery, SummaryRepository],
})
export class ReportsModule implements OnModuleInit {
  constructor(
    private readonly intake: CommentIntake,
    private readonly summaries: SummaryRepository,
  ) {}

  onModuleInit(): void {
    this.intake.onRemoving((transaction, workspaceId) => this.summaries.dropAll(transaction, workspaceId));
    this.intake.onErasing((transaction, workspaceId) => this.summaries.dropAll(transaction, workspaceId));
  }
}
