import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentIntake, CommentsModule } from '@moodline/comments/api';
import { CorrectionsController } from './corrections/corrections.controller';
import { LabelCorrector } from './corrections/label-corrector';
import { LabellingJob } from './jobs/labelling.job';
import { LabelRepository } from './label.repository';
import { LabellingProgress } from './labelling-progress';
import { ReviewController } from './review/review.controller';
import { Reviewer } from './review/reviewer';
import { ReviewQueue } from './review/review-queue.query';
import { SentimentController } from './sentiment.controller';
import { SentimentLabeller } from './sentiment-labeller';
import { WorkspaceList } from './workspace-list.query';

/** Labels every comment and keeps the counts of moods. */
@Module({
  imports: [CommentsModule],
  controllers: [SentimentController, CorrectionsController, ReviewController],
  providers: [LabelRepository, SentimentLabeller, LabellingProgress, LabellingJob, WorkspaceList, LabelCorrector, Reviewer, ReviewQueue],
  exports: [LabelRepository],
})
export class SentimentModule implements OnModuleInit {
  constructor(
    private readonly intake: CommentIntake,
    private readonly labels: LabelRepository,
  ) {}

  onModuleInit(): void {
    this.intake.onStored((transaction, workspaceId, ids) => this.labels.enqueue(transaction, workspaceId, ids));
    this.intake.onRemoving((transaction, workspaceId, ids) => this.labels.forget(transaction, workspaceId, ids));
  }
}
