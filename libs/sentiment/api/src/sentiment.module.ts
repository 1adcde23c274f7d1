import { Module, type OnModuleInit } from '@nestjs/common';
import { CommentIntake, CommentsModule, MonitorRematchRepository } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
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
import { LABEL_ROLE } from './prompts/label';
import { RelabellingController } from './relabelling/relabelling.controller';
import { RELABELLING } from './relabelling/relabelling.providers';
import { ReviewController } from './review/review.controller';
import { Reviewer } from './review/reviewer';
import { ReviewQueue } from './review/review-queue.query';
import { ROLES } from './roles/roles.providers';
import { RolesController } from './roles/roles.controller';
import { SentimentController } from './sentiment.controller';
import { SentimentLabeller } from './sentiment-labeller';
import { WorkspaceList } from './workspace-list.query';

/** Labels every comment and keeps the counts of moods. */
@Module({
  imports: [CommentsModule],
  controllers: [
    SentimentController,
    CorrectionsController,
    ReviewController,
    LabelledSetsController,
    EvaluationsController,
    QualityController,
    RolesController,
    RelabellingController,
  ],
  providers: [
    ...ROLES,
    ...RELABELLING,
    ...[LabelRepository, SentimentLabeller, LabellingProgress, LabellingJob, WorkspaceList],
    ...[LabelCorrector, Reviewer, ReviewQueue, LabelledSetRepository, LabelledSetImporter],
    ...[
      EvaluationRepository,
      EvaluationRows,
      CorrectedComments,
      RoleVersions,
      BuiltInSet,
      GoldRows,
      LabelPredictor,
      Evaluator,
      EvaluationRunner,
      EvaluationNews,
      EvaluationJob,
      QualityReader,
    ],
  ],
  exports: [LabelRepository],
})
export class SentimentModule implements OnModuleInit {
  constructor(
    private readonly intake: CommentIntake,
    private readonly labels: LabelRepository,
    private readonly evaluations: EvaluationRepository,
    private readonly roles: RolePrompts,
    private readonly rematch: MonitorRematchRepository,
  ) {}

  onModuleInit(): void {
    this.roles.register(LABEL_ROLE);
    this.intake.onStored((transaction, workspaceId, ids) => this.labels.enqueue(transaction, workspaceId, ids));
    this.intake.onRemoving((transaction, workspaceId, ids) => this.labels.forget(transaction, workspaceId, ids));
    this.intake.onRemoving((transaction, workspaceId, ids) => this.evaluations.forget(transaction, workspaceId, ids));
    this.intake.onErasing((transaction, workspaceId, ids) => this.labels.forgetWords(transaction, workspaceId, ids));
    this.rematch.onRematched((transaction, workspaceId, monitorId) =>
      this.labels.rebuildMonitor(transaction, workspaceId, monitorId),
    );
    this.rematch.onCleared((transaction, workspaceId, monitorId) =>
      this.labels.forgetMonitor(transaction, workspaceId, monitorId),
    );
  }
}
