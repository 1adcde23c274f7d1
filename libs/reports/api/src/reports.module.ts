import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentIntake, CommentsModule } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import { NARRATOR_ROLE, THEMES_ROLE, TrendsModule } from '@moodline/trends/api';
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
    private readonly roles: RolePrompts,
  ) {}

  onModuleInit(): void {
    this.intake.onRemoving((transaction, workspaceId) => this.summaries.dropAll(transaction, workspaceId), 'summaries');
    this.intake.onErasing((transaction, workspaceId) => this.summaries.dropAll(transaction, workspaceId), 'summaries');
    for (const role of [NARRATOR_ROLE, THEMES_ROLE]) this.roles.register(...Object.values(role));
  }
}
