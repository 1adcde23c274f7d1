import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentIntake, CommentsModule } from '@moodline/comments/api';
import { CorrectionsController } from './corrections/corrections.controller';
import { LabelCorrector } from './corrections/label-corrector';
import { BuiltInSet } from './evaluation/built-in-set';
import { CorrectedComments } from './evaluation/corrected-comments.query';
import { EvaluationNews } from './evaluation/evaluation-news';
import { EvaluationRows } from './evaluation/evaluation-rows.query';
import { EvaluationRunner } from './evaluation/evaluation-runner';
import { EvaluationRepository } from './evaluation/evaluation.repository';
import { EvaluationsController } from './evaluation/evaluations.controller';
import { Evaluator } from './evaluation/evaluator';
import { GoldRows } from './evaluation/gold-rows';
import { LabelPredictor } from './evaluation/label-predictor';
import { QualityReader } from './evaluation/quality-reader';
import { QualityController } from './evaluation/quality.controller';
import { RoleVersions } from './evaluation/role-versions.query';
import { EvaluationJob } from './jobs/evaluation.job';
import { LabellingJob } from './jobs/labelling.job';
import { LabelRepository } from './label.repository';
import { LabelledSetImporter } from './labelled-sets/labelled-set-importer';
import { LabelledSetRepository } from './labelled-sets/labelled-set.repository';
import { LabelledSetsController } from './labelled-sets/labelled-sets.controller';
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
  controllers: [SentimentController, CorrectionsController, ReviewController, LabelledSetsController, EvaluationsController, QualityController],
  providers: [
    ...[LabelRepository, SentimentLabeller, LabellingProgress, LabellingJob, WorkspaceList],
    ...[LabelCorrector, Reviewer, ReviewQueue, LabelledSetRepository, LabelledSetImporter],
    ...[EvaluationRepository, EvaluationRows, CorrectedComments, RoleVersions, BuiltInSet, GoldRows, LabelPredictor, Evaluator, EvaluationRunner, EvaluationNews, EvaluationJob, QualityReader],
  ],
  exports: [LabelRepository],
})
export class SentimentModule implements OnModuleInit {
  constructor(
    private readonly intake: CommentIntake,
    private readonly labels: LabelRepository,
    private readonly evaluations: EvaluationRepository,
  ) {}

  onModuleInit(): void {
    this.intake.onStored((transaction, workspaceId, ids) => this.labels.enqueue(transaction, workspaceId, ids));
    this.intake.onRemoving((transaction, workspaceId, ids) => this.labels.forget(transaction, workspaceId, ids));
    this.intake.onErasing((transaction, workspaceId, ids) => this.labels.forgetWords(transaction, workspaceId, ids));
    this.intake.onRemoving((transaction, workspaceId, ids) => this.evaluations.forget(transaction, workspaceId, ids));
  }
}
