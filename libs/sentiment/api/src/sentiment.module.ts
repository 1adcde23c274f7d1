import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { CommentIntake, CommentsModule, MonitorRematchRepository } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import { CorrectionsController } from './corrections/corrections.controller';
import { LabelCorrector } from './corrections/label-corrector';
import { BuiltInSet } from './evaluation/built-in-set';
import { CorrectedComments } from './evaluation/corrected-comments.query';
import { EvaluationEnding } from './evaluation/evaluation-ending';
import { EvaluationNews } from './evaluation/evaluation-news';
import { EvaluationRemoval } from './evaluation/evaluation-removal.repository';
import { EvaluationRows } from './evaluation/evaluation-rows.query';
import { EvaluationRunner } from './evaluation/evaluation-runner';
import { EvaluationRepository } from './evaluation/evaluation.repository';
import { EvaluationsController } from './evaluation/evaluations.controller';
import { Evaluator } from './evaluation/evaluator';
import { GoldRows } from './evaluation/gold-rows';
import { LabelPredictor } from './evaluation/label-predictor';
import { QualityReader } from './evaluation/quality-reader';
import { JudgedHeadsQuery } from './evaluation/judged-heads.query';
import { StarsAgreementQuery } from './evaluation/stars-agreement.query';
import { QualityController } from './evaluation/quality.controller';
import { RoleVersions } from './evaluation/role-versions.query';
import { EvaluationJob } from './jobs/evaluation.job';
import { LabellingJob } from './jobs/labelling.job';
import { BucketZone } from './buckets/bucket-zone.repository';
import { MonitorBuckets } from './buckets/monitor-buckets.repository';
import { MoodBuckets } from './buckets/mood-buckets.repository';
import { BucketZoneJob } from './jobs/bucket-zone.job';
import { FacetDays } from './buckets/facet-days.repository';
import { FacetDaysJob } from './jobs/facet-days.job';
import { LabelCountsQuery } from './label-counts.query';
import { LabelHooks } from './label-hooks';
import { LabelQueue } from './label-queue.repository';
import { LabelStore } from './label-store.repository';
import { LabelledSetImporter } from './labelled-sets/labelled-set-importer';
import { LabelledSetRepository } from './labelled-sets/labelled-set.repository';
import { LabelledSetsController } from './labelled-sets/labelled-sets.controller';
import { LabellingProgress } from './labelling-progress';
import { LABEL_ROLE } from './prompts/label';
import { LearningController } from './learning/learning.controller';
import { LEARNING } from './learning/learning.providers';
import { LEARNING_THREAD } from './learning/teacher-thread';
import { RelabellingController } from './relabelling/relabelling.controller';
import { RELABELLING } from './relabelling/relabelling.providers';
import { ReviewController } from './review/review.controller';
import { Reviewer } from './review/reviewer';
import { ReviewQueue } from './review/review-queue.query';
import { OwnRolesController } from './roles/own-roles.controller';
import { ROLES } from './roles/roles.providers';
import { RolesController } from './roles/roles.controller';
import { SentimentController } from './sentiment.controller';
import { SentimentLabeller } from './sentiment-labeller';
import { TagHooks } from './tags/tag-hooks';
import { TagLearningController } from './tags/tag-learning.controller';
import { TAG_LEARNING } from './tags/tags.providers';
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
    OwnRolesController,
    RelabellingController,
    LearningController,
    TagLearningController,
  ],
  providers: [
    ...ROLES,
    ...RELABELLING,
    ...LEARNING,
    ...TAG_LEARNING,
    ...[LabelQueue, LabelStore, LabelHooks, LabelCountsQuery, MoodBuckets, MonitorBuckets, BucketZone, BucketZoneJob],
    ...[FacetDays, FacetDaysJob],
    ...[SentimentLabeller, LabellingProgress, LabellingJob, WorkspaceList],
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
      EvaluationEnding,
      EvaluationNews,
      EvaluationRemoval,
      EvaluationJob,
      QualityReader,
      StarsAgreementQuery,
      JudgedHeadsQuery,
    ],
  ],
  exports: [BucketZone],
})
export class SentimentModule implements OnModuleInit {
  constructor(
    private readonly intake: CommentIntake,
    private readonly labels: LabelHooks,
    private readonly evaluations: EvaluationRepository,
    private readonly roles: RolePrompts,
    private readonly rematch: MonitorRematchRepository,
    private readonly monitors: MonitorBuckets,
    private readonly hooks: TagHooks,
  ) {}

  /** @param entry built script of the thread that learns */
  static withThread(entry: string): DynamicModule {
    return { module: SentimentModule, providers: [{ provide: LEARNING_THREAD, useValue: entry }] };
  }

  onModuleInit(): void {
    this.roles.register(LABEL_ROLE);
    this.labels.join(this.intake);
    this.hooks.join(this.intake);
    this.intake.onRemoving(
      (transaction, workspaceId, ids) => this.evaluations.forget(transaction, workspaceId, ids),
      'evaluations',
    );
    this.rematch.countedBy(this.monitors);
  }
}
